import { rmSync } from 'node:fs';
import type { Command } from 'commander';
import { BEFORE_ALL, SteppedClock } from '#libs/event-sourcing';
import { runningServers } from '#libs/embedded/servers';
import { type Config, readConfig } from '#libs/platform';
import { untilStopped } from '../../../standalone/src/serve.js';
import { type Standalone, startStandalone } from '../../../standalone/src/standalone.js';
import { exampleDistrict } from '../demo/district.js';
import { playYear } from '../demo/play.js';
import type { As } from '../demo/script.js';
import { exampleYear } from '../demo/year.js';
import { Refused, say } from '../terminal.js';

/** 2022-03-28 09:00 in Shanghai, before anything of the example happens. */
const BEGIN = new Date('2022-03-28T01:00:00.000Z');
/** Longer than the play takes. */
const TOKEN_SECONDS = 3_600;

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('play the example district’s year 2022 and stay up')
    .option('--exit', 'stop when the year is over', false)
    .action(async ({ exit }: { exit: boolean }) => {
      const config = demoConfig();
      let fail = (_message: string): void => undefined;
      const failed = new Promise<string>((resolve) => (fail = resolve));
      const clock = new SteppedClock(BEGIN);
      const standalone = await startStandalone({ config, clock, say, onServerExit: (message) => fail(message) });
      try {
        await play(standalone, clock);
        say(`\n命令行读此示例区：export TAIZHANG_DATA=${config.data} MONGODB_DB=${config.mongoDb}`);
      } catch (error) {
        await standalone.stop();
        throw error;
      }
      if (exit) await standalone.stop();
      else await untilStopped(standalone, failed);
    });
}

/** A data folder of the demo's own, made anew each time: the year begins with an empty log, and with files and seals of its own. */
function demoConfig(): Config {
  const given = readConfig(process.env, { startsServers: true });
  const data = `${given.data}-demo`;
  if (runningServers(data)) throw new Refused(`the demo is running already on ${data}`);
  rmSync(data, { recursive: true, force: true });
  const {
    TAIZHANG_FILES: _,
    TAIZHANG_LEDGER: __,
    TAIZHANG_LEDGER_KEY: ___,
    TAIZHANG_WEBHOOK_KEY: ____,
    MONGODB_DIRECTORY_DB: _____,
    ...rest
  } = process.env;
  const own = { TAIZHANG_DATA: data, MONGODB_DB: `${given.mongoDb}-demo` };
  return readConfig({ LOG_LEVEL: 'warn', ...rest, ...own }, { startsServers: true });
}

async function play({ url, runtime, issuer, settle }: Standalone, clock: SteppedClock): Promise<void> {
  if (!issuer) throw new Refused('the demo signs its own tokens: leave TAIZHANG_JWKS unset');
  // The default rules are there already; anything more is somebody's.
  for await (const { stream } of runtime.store.readAll())
    if (!stream.startsWith('policy-')) throw new Refused('the event store holds events already; the demo begins empty');
  if ((await runtime.store.end()) === BEFORE_ALL) throw new Refused('the default rules are missing');
  const tokenFor = (as: As) => issuer.sign({ ...as, lifetime: TOKEN_SECONDS });
  say('示例区 2022 年开始：199 个建设项目、129 个前期项目（均为示例）');
  await playYear({
    baseUrl: url,
    script: exampleYear(exampleDistrict()),
    tokenFor,
    advanceTo: (instant) => clock.advanceTo(instant),
    settle,
    say,
  });
  await invite(url, tokenFor);
}

/** What to open, and a token for each kind of reader. */
async function invite(url: string, tokenFor: (as: As) => Promise<string>): Promise<void> {
  const people: As[] = [
    { role: 'LG_OFFICE', unit: 'unit-fgw-01', subject: 'person-901' },
    { role: 'AUDITOR', unit: null, subject: 'person-991' },
    { role: 'DISTRICT_LEADER', unit: 'unit-qzf-01', subject: 'person-911' },
  ];
  say('\n接口说明：' + `${url}/api/docs`);
  for (const as of people) say(`\n${as.role}（1 小时有效）：\n${await tokenFor(as)}`);
  say('\n试一试（把上面的令牌放进 TOKEN）：');
  for (const path of [
    'dashboards/2022/12',
    'dashboards/2022/12?asOf=2022-06-30',
    'lists/ongoing?year=2022&limit=5',
    'compliance/2022-12?only=silent',
    'blockers?level=L4_LEADING_GROUP',
    'blockers?leader=person-911',
    'tasks?only=overdue',
    'plans/2022',
    'bulletins',
    'deadlines',
  ])
    say(`  curl -H "Authorization: Bearer $TOKEN" '${url}/api/v1/${path}'`);
  say('\n按 Ctrl-C 结束。');
}
