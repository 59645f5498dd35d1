import { changesBetween, type Documents } from '#libs/event-sourcing';
import { ask, askBothSides, projectOnBothSides, type Runtime, type SidesAsked } from '#libs/platform';
import {
  contributingEvents,
  contributionDifference,
  contributionsOn,
  dashboardDifference,
  dashboardOn,
  type List,
  listDifference,
  listOn,
  LISTS,
  planDateDifference,
  planLinesOn,
  projectCards,
  projectDifference,
  type Sides,
} from '#libs/read-models';
import { causeLine, changeLines, fieldLine } from './difference-lines.js';
import { yearIn } from './options.js';
import { Refused } from './terminal.js';

/** Something that differs, for machines and for people. */
export interface Part {
  readonly value: object;
  readonly lines: readonly string[];
}

/** The number of a dashboard that is opened. */
interface Opened {
  readonly cell?: string;
  readonly figure?: string;
}

export type Differ = (
  runtime: Runtime,
  asked: SidesAsked,
  args: readonly string[],
  opened: Opened,
) => AsyncIterable<Part>;

function bothSides<T>(
  runtime: Runtime,
  sides: SidesAsked,
  answer: (documents: Documents, day: string) => Promise<T>,
): Promise<Sides<T>> {
  const at = <R>(knownAt: string | undefined, of: (documents: Documents) => Promise<R>) =>
    ask(runtime, knownAt === undefined ? {} : { knownAt }, of);
  return askBothSides(at, sides, answer);
}

const readerOf =
  ({ store }: Runtime) =>
  (stream: string) =>
    store.read(stream);

export async function* ofProject(
  runtime: Runtime,
  asked: SidesAsked,
  [id = '']: readonly string[],
): AsyncGenerator<Part> {
  const sides = await projectOnBothSides(runtime.store, id, asked);
  if (!sides.from.answer && !sides.to.answer) throw new Refused(`no project ${id} on either side`);
  for (const change of await projectDifference(readerOf(runtime), id, sides))
    yield { value: change, lines: changeLines(change) };
}

const PAGE = 100;

const movedIn = (from: boolean, to: boolean): string => (from && to ? '' : to ? ' entered' : ' left');

export async function* ofList(runtime: Runtime, asked: SidesAsked, args: readonly string[]): AsyncGenerator<Part> {
  const [list = '', text = ''] = args;
  if (!(LISTS as readonly string[]).includes(list)) throw new Refused(`no list ${list}; there are ${LISTS.join(', ')}`);
  const of = { list: list as List, year: yearIn('year', text) };
  for (let after: string | null = ''; after !== null;) {
    const begin: string = after;
    const sides = await bothSides(runtime, asked, (documents, day) =>
      listOn(documents, { ...of, day, after: begin, limit: PAGE }),
    );
    const { items, next } = await listDifference(readerOf(runtime), of, sides);
    for (const item of items) {
      const moved = movedIn(item.listed.from, item.listed.to);
      yield { value: item, lines: [`${item.id} ${item.name ?? ''}${moved}`, ...item.changes.flatMap(changeLines)] };
    }
    after = next;
  }
}

export async function* ofPlan(
  runtime: Runtime,
  asked: SidesAsked,
  [year = '']: readonly string[],
): AsyncGenerator<Part> {
  const of = yearIn('year', year);
  const sides = await bothSides(runtime, asked, (documents, day) => planLinesOn(documents, of, day));
  if (!sides.from.answer && !sides.to.answer) throw new Refused(`no plan ${year} on either side`);
  const { changes, admitted, left, changed, causes } = await planDateDifference(readerOf(runtime), of, sides);
  for (const change of changes) yield { value: change, lines: changeLines(change) };
  const lines = [
    ...admitted.map((entry) => ({ project: entry.project, before: null, after: entry })),
    ...left.map((entry) => ({ project: entry.project, before: entry, after: null })),
    ...changed,
  ];
  const { result: cards } = await ask(runtime, {}, (documents) =>
    documents.many(
      projectCards,
      lines.map(({ project }) => project),
    ),
  );
  for (const { project, before, after } of lines) {
    const moved = causes[project] ?? [];
    const name = cards.get(project)?.project.details.name.at(-1)?.value ?? '';
    const told = `line of ${project} ${name}${movedIn(before !== null, after !== null)}`;
    const fields = changesBetween({ project, ...before }, { project, ...after }).map(
      (change) => `  ${fieldLine(change)}`,
    );
    yield { value: { project, before, after, causes: moved }, lines: [told, ...fields, ...moved.map(causeLine)] };
  }
}

export async function* ofDashboard(
  runtime: Runtime,
  asked: SidesAsked,
  [yearText = '', monthText = '']: readonly string[],
  { cell, figure }: Opened,
): AsyncGenerator<Part> {
  const [year, month] = [yearIn('year', yearText), Number(monthText)];
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new Refused(`month ${monthText}: 1 to 12`);
  if (cell === undefined || figure === undefined) {
    const sides = await bothSides(runtime, asked, (documents, day) => dashboardOn(documents, year, month, day));
    for (const change of dashboardDifference(sides))
      yield { value: change, lines: changeLines({ ...change, causes: [] }) };
    return;
  }
  const number = { year, month, cell, figure };
  for (let after: string | null = ''; after !== null;) {
    const begin: string = after;
    const sides = await bothSides(runtime, asked, (documents, day) =>
      contributionsOn(documents, number, { day, after: begin, limit: PAGE }),
    );
    const { total, items, next } = contributionDifference(sides, PAGE);
    if (!total) throw new Refused(`the dashboard has no ${cell} ${figure}`);
    if (begin === '') yield { value: { total }, lines: [`together: ${JSON.stringify(total)}`] };
    for (const { id, name, amounts } of items) {
      const { events } = await contributingEvents(readerOf(runtime), id, number, sides);
      const told = events.map((event) => `${causeLine(event)}: ${JSON.stringify(event.amounts)}`);
      yield {
        value: { id, name, amounts, events },
        lines: [`${id} ${name ?? ''}: ${JSON.stringify(amounts)}`, ...told],
      };
    }
    after = next;
  }
}
