import { BEGIN, type Cast, registerMembers, yi } from '../april.js';
import {
  type Answer,
  type Asked,
  colleague,
  document,
  office,
  openWorld,
  type Person,
  reporter,
  type World,
} from '../world.js';

/** The one world in which the year is played, from `openYear` on. */
export let world: World;
/** The projects that are in the plan from its publication on. */
export let cast: Cast;
/** The projects that begin in the reserve, by how they are approved. */
export const reserve = { filed: '', government: '', verified: '' };

/** The projects that a batch brings in while they are being built. */
export const admitted = { road: '', bridge: '', east: '', west: '', spare: '' };

/** Commands that were sent and led to something recorded; one that finds all done already is no use of it. */
export const used = new Set<string>();

interface Route {
  readonly command: string;
  /** As OpenAPI writes it: `/api/v1/projects/{id}/suspend`. */
  readonly path: string;
}
let routes: readonly Route[];

export async function openYear(): Promise<void> {
  const opened = await openWorld(BEGIN);
  const { body } = await opened.get('/api/openapi.json', { as: null });
  routes = Object.entries(body.paths as Record<string, { post?: { operationId: string } }>).flatMap(
    ([path, { post }]) => (post ? [{ command: post.operationId, path }] : []),
  );
  world = noting(opened);
}

export const openCast = async (): Promise<void> => void (cast = await registerMembers(world));

/** The same world, in which each command that records something is noted by its name. */
function noting(opened: World): World {
  const patterns = routes.map(({ command, path }) => ({
    command,
    matches: new RegExp(`^${path.slice('/api/v1/'.length).replace(/{\w+}/g, '[^/]+')}$`),
  }));
  const post = async (path: string, body: unknown, asked?: Asked): Promise<Answer> => {
    const before = await opened.end();
    const answer = await opened.post(path, body, asked);
    const route = patterns.find(({ matches }) => matches.test(path));
    if (answer.status <= 201 && route && Number(answer.body.position) > before) used.add(route.command);
    return answer;
  };
  return {
    ...opened,
    post,
    async at(next) {
      if (next.slice(0, 7) > instant.slice(0, 7)) await remember();
      instant = next;
      await opened.at(next);
    },
    async done(path, body, asked) {
      const answer = await post(path, body, asked);
      if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      return answer;
    },
  };
}

/**
 * Gives a command by its name and answers the id of what it is about or what came into being. `at` fills the names in
 * its path, in their order. Who is told to look before they overwrite looks, and says what they saw.
 */
export async function give(person: Person, command: string, at: string | readonly string[], body: object = {}) {
  const route = routes.find((each) => each.command === command);
  if (!route) throw new Error(`no route gives ${command}`);
  const names = [at].flat();
  const path = route.path.slice('/api/v1/'.length).replace(/{\w+}/g, () => names.shift()!);
  const first = await world.post(path, body, { as: person });
  if (first.status <= 201) return first.body.id as string;
  if (first.status !== 428) throw new Error(`${command} at ${[at].flat().join()}: ${first.text}`);
  const ifMatch = (await now(path.split('/').slice(0, 2).join('/'))).headers.get('etag')!;
  return (await world.done(path, body, { as: person, ifMatch })).body.id as string;
}

/** What was answered at last in each month in which something was done. */
export const remembered: { readonly path: string; readonly instant: string; readonly body: unknown }[] = [];
let instant = BEGIN;

async function remember(): Promise<void> {
  for (const path of ['dashboards/2022/12?', 'lists/ongoing?year=2022&'])
    remembered.push({ path, instant, body: (await now(path)).body });
}

/** Asks for what is known by now, and looks that the answer stands there or later. */
export async function now(path: string, as: Person = office): Promise<Answer> {
  const end = await world.end();
  const answer = await world.get(`${path}${/[?&]$/.test(path) ? '' : path.includes('?') ? '&' : '?'}after=${end}`, {
    as,
  });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  expect(Number(answer.headers.get('taizhang-position'))).toBeGreaterThanOrEqual(end);
  return answer;
}

export const statusOf = async (project: string): Promise<string> => (await now(`projects/${project}`)).body.status;

/** Everybody who acts, beside the office and its reporter. */
export const keeper: Person = { role: 'RESPONSIBLE_UNIT', unit: 'unit-responsible', subject: 'person-keeper' };
export const authority: Person = { role: 'SECTOR_AUTHORITY', unit: 'unit-authority', subject: 'person-authority' };
export const legalEntity: Person = { ...reporter, role: 'LEGAL_ENTITY', subject: 'person-owner' };
export const leader: Person = { role: 'DISTRICT_LEADER', unit: 'unit-district', subject: 'person-leader' };
export const leadingGroup: Person = { role: 'LEADING_GROUP', unit: 'unit-district', subject: 'person-head' };
export const copied: Person = { role: 'SUBSCRIBER', unit: 'unit-copied', subject: 'person-copied' };
export const auditor: Person = { role: 'AUDITOR', unit: 'unit-audit', subject: 'person-auditor' };

/** Ten in the morning in Shanghai. */
export const on = (day: string): Promise<void> => world.at(`${day}T02:00:00.000Z`);

/** The decision of an authority, with all that an approval must show. */
export const decision = (docNo: string, issuedOn: string) => ({ ...document, docNo, issuer: '示例局', issuedOn });

const toDate = new Map<string, number>();

/** 分 of a project's year so far that the months told here follow on. */
export const beginAt = (project: string, year: number, amount: number): void =>
  void toDate.set(`${project}/${year}`, amount);

/** A month's report that follows on the one before, for the reviewers; `amount` in 亿元. */
export async function report(project: string, month: string, amount: number, told: object = {}): Promise<void> {
  const year = `${project}/${month.slice(0, 4)}`;
  const figures = { month: yi(amount), yearToDate: (toDate.get(year) ?? 0) + yi(amount) };
  const body = { month, figures, progress: '主体施工', blockers: [], ...told };
  await give(reporter, 'SubmitReport', project, body);
  toDate.set(year, figures.yearToDate);
}

/** The report is endorsed by the authority and accepted by the office, as the rules of the later year ask. */
export async function review(project: string, month: string): Promise<void> {
  await give(authority, 'EndorseReport', project, { month });
  await give(colleague, 'AcceptReport', project, { month });
}
