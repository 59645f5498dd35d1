import type { ArgumentsHost } from '@nestjs/common';
import { Refusal } from '#libs/event-sourcing/pure';
import { mayRead, mayKeepDirectory, mayReadReads, REFUSALS, RIGHTS, ROLES } from '#libs/domain';
import type { Log } from '#libs/platform';
import { EDGE_PROBLEMS, type EdgeCode, EdgeProblem, ProblemFilter } from '../../apps/api/src/http/problems.js';

export const NOTE = 'Printed from the code by `npm run docs`; `npm run check` fails when it is stale.';

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const sections = (parts: readonly string[]): string => parts.join('\n\n');

/** Asks the filter itself, so that the page can't say another status than the door does. */
function statusOf(error: Error): string {
  let status = 0;
  const reply = {
    status: (given: number) => ((status = given), reply),
    header: () => reply,
    type: () => reply,
    send: () => reply,
  };
  const host = { switchToHttp: () => ({ getResponse: () => reply }) } as unknown as ArgumentsHost;
  new ProblemFilter({ error: () => undefined } as unknown as Log).catch(error, host);
  return String(status);
}

export function errorsPage(): string {
  const domain = Object.entries(REFUSALS).map(([code, [kind, text]]) => [
    `\`${code}\``,
    statusOf(new Refusal(kind, code)),
    text,
  ]);
  const edge = Object.entries(EDGE_PROBLEMS).map(([code, [, text]]) => [
    `\`${code}\``,
    statusOf(new EdgeProblem(code as EdgeCode)),
    text,
  ]);
  return sections([
    '# Errors',
    NOTE,
    'Every refusal is answered as `application/problem+json`. `title` is the code, `type` is `urn:taizhang:problem:` and the code in kebab-case, `detail` is the Chinese text, `errors` says which places of the request are meant, and `facts`, where it is given, says what the rule looked at. Codes stay as they are; texts may be improved. 503 comes with `Retry-After`.',
    '## Of the rules',
    'The table is `REFUSALS` in `libs/domain/src/refusals.ts`.',
    table(['code', 'status', 'text'], domain),
    '## Of the edge',
    'The table is `EDGE_PROBLEMS` in `apps/api/src/http/problems.ts`.',
    table(['code', 'status', 'text'], edge),
  ]);
}

export function rightsPage(): string {
  const rights = Object.entries(RIGHTS) as [string, Readonly<Record<string, string | undefined>>][];
  const acting = [...ROLES, 'SYSTEM'].filter((role) => rights.some(([, reach]) => reach[role] !== undefined));
  const rows = rights.map(([command, reach]) => [
    `\`${command}\``,
    ...acting.map((role) => (reach[role] === undefined ? '' : reach[role].toLowerCase())),
  ]);
  const named = (roles: readonly string[]) => roles.map((role) => `\`${role}\``).join(', ');
  return sections([
    '# Rights',
    NOTE,
    'Who may issue which command; what is empty is denied. `district`: on every stream. `own`: on the unit of the token and on projects in which it holds the place of the role. `SYSTEM` is the product itself and never a role of a token. The table is `RIGHTS` in `libs/domain/src/rights.ts`.',
    table(['command', ...acting], rows),
    `May ask the views: ${named(ROLES.filter(mayRead))}.`,
    `May ask who looked at which history: ${named(ROLES.filter(mayReadReads))}.`,
    `May enter and erase the people of the directory: ${named(ROLES.filter(mayKeepDirectory))}.`,
    `Neither commands nor views: ${named(ROLES.filter((role) => !mayRead(role) && !acting.includes(role)))}.`,
  ]);
}
