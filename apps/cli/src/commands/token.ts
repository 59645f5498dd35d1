import type { Command } from 'commander';
import { ROLES, type Role } from '#libs/domain';
import { LONGEST_LIFETIME, openLocalIssuer, openLog, readConfig } from '#libs/platform';
import { answer, Refused } from '../terminal.js';

interface Options {
  readonly role: string;
  readonly unit?: string;
  readonly subject?: string;
  readonly ttl: string;
  readonly json: boolean;
}

export function tokenCommand(program: Command): void {
  program
    .command('token')
    .description('sign a token of the one-machine start')
    .requiredOption('--role <role>', ROLES.join(', '))
    .option('--unit <id>', 'unit that the bearer acts for')
    .option('--subject <id>', 'directory id of the bearer; the role in lower case if left out')
    .option('--ttl <time>', 'lifetime such as 30m or 2h, at most 12h', '1h')
    .option('--json', 'answer as JSON', false)
    .action(async (options: Options) => {
      const config = readConfig(process.env, { startsServers: true });
      if (config.tokens.jwks !== undefined) throw new Refused('TAIZHANG_JWKS is set: its issuer signs the tokens');
      const role = options.role.toUpperCase() as Role;
      if (!ROLES.includes(role)) throw new Refused(`no role ${options.role}; there are ${ROLES.join(', ')}`);
      const lifetime = secondsOf(options.ttl);
      const issuer = await openLocalIssuer(config.data, config.tokens.audience, openLog(config.logLevel, 'cli'));
      const subject = options.subject ?? role.toLowerCase();
      const token = await issuer.sign({ role, unit: options.unit ?? null, subject, lifetime });
      answer(options.json, { token, role, unit: options.unit ?? null, subject, lifetime }, [token]);
    });
}

function secondsOf(text: string): number {
  const parts = /^(\d{1,6})([smh])$/.exec(text);
  const seconds = parts ? Number(parts[1]) * { s: 1, m: 60, h: 3_600 }[parts[2] as 's' | 'm' | 'h'] : 0;
  if (seconds < 1 || seconds > LONGEST_LIFETIME) throw new Refused(`--ttl ${text}: 1s to 12h`);
  return seconds;
}
