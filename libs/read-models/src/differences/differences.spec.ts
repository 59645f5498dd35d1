import fc from 'fast-check';
import {
  type Documents,
  type FieldChange,
  plain,
  type ReadStream,
  type Recorded,
  valueAt,
} from '#libs/event-sourcing/pure';
import { addDays } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { history, lives, order } from '../lives.js';
import {
  type Amounts,
  contributingEvents,
  contributionDifference,
  contributionsOn,
  dashboardDifference,
  dashboardOn,
  type Figure,
  listDifference,
  listOn,
  LISTS,
  planDateDifference,
  planLinesOn,
  projectDifference,
  projectOn,
  type Sides,
  VIEWS,
} from '../index.js';

const YEAR = 2022;
const PROJECTS = ['p0', 'p1', 'p2'];

/** Two sides of one log: what was known after so many of its events, about a day. */
interface Asked {
  readonly events: readonly Recorded[];
  readonly from: { readonly known: number; readonly day: string };
  readonly to: { readonly known: number; readonly day: string };
}

const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2022-01-01', days));
const side = (known: number) => fc.record({ known: fc.nat(known), day });
const asked: fc.Arbitrary<Asked> = fc
  .tuple(lives, order)
  .map(([all, recording]) => history(all, recording))
  .chain((events) => fc.record({ events: fc.constant(events), from: side(events.length), to: side(events.length) }));

const readerOf = (events: readonly Recorded[]): ReadStream =>
  async function* (stream) {
    yield* events.filter((event) => event.stream === stream);
  };

/** Asks both sides, each of them of documents that have followed the log up to there. */
async function both<T>(
  { events, from, to }: Asked,
  ask: (documents: Documents, day: string) => Promise<T>,
): Promise<Sides<T>> {
  const of = async ({ known, day }: Asked['from']) => {
    const documents = new MemoryDocuments(VIEWS);
    for (const event of events.slice(0, known)) documents.apply(event);
    return { position: documents.position, day, answer: await ask(documents, day) };
  };
  return { from: await of(from), to: await of(to) };
}

/** A value with changes made to it, each at its place. */
function applied(value: unknown, changes: readonly FieldChange[]): unknown {
  let made = structuredClone(value) as Record<string, unknown>;
  // The last places of an array go first, so that the others stay where they are.
  for (const { field, ...change } of [...changes].reverse()) {
    if (field === '') made = change.to as Record<string, unknown>;
    const at = field.lastIndexOf('/');
    const holder = valueAt(made, field.slice(0, at)) as Record<string, unknown>;
    const name = field
      .slice(at + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~');
    if ('to' in change) holder[name] = change.to;
    else if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
  }
  return made;
}

const added = (all: readonly Amounts[]): Amounts => {
  const sum: Record<string, number> = {};
  for (const amounts of all)
    for (const [name, amount] of Object.entries(amounts)) sum[name] = (sum[name] ?? 0) + amount;
  return withoutZeros(sum);
};
const withoutZeros = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));

describe('what differs between two days or two instants of knowledge', () => {
  it('leads, applied to a project on one side, to the project on the other, and each change has its events', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...PROJECTS), async (question, id) => {
        const sides = await both(question, (documents, on) => projectOn(documents, id, on));
        const changes = await projectDifference(readerOf(question.events), id, sides);
        expect(applied(plain(sides.from.answer ?? {}), changes)).toEqual(plain(sides.to.answer ?? {}));
        for (const { field, causes } of changes)
          expect({ field, causes: causes.length }).not.toMatchObject({ causes: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('leads from one page of a list to the other', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...LISTS), async (question, list) => {
        const sides = await both(question, (documents, on) =>
          listOn(documents, { list, year: YEAR, day: on, limit: 10 }),
        );
        const { items } = await listDifference(readerOf(question.events), { list, year: YEAR }, sides);
        const known = new Map(sides.from.answer.items.map((item) => [item.id, plain(item)]));
        for (const { id, changes, listed } of items) {
          const now = applied(known.get(id) ?? {}, changes);
          if (listed.to) known.set(id, now);
          else known.delete(id);
          for (const { field, causes } of changes)
            expect({ id, field, causes: causes.length }).not.toMatchObject({ causes: 0 });
        }
        expect(Object.fromEntries(known)).toEqual(
          Object.fromEntries(sides.to.answer.items.map((item) => [item.id, plain(item)])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('leads from one state of a plan to the other, and each line that moved has its events', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (question) => {
        const sides = await both(question, (documents, on) => planLinesOn(documents, YEAR, on));
        const { changes, admitted, left, causes } = await planDateDifference(readerOf(question.events), YEAR, sides);
        expect(applied(plain(sides.from.answer?.plan ?? {}), changes)).toEqual(plain(sides.to.answer?.plan ?? {}));
        const moved = [...admitted, ...left].map(({ project }) => project);
        expect(Object.keys(causes).sort()).toEqual(moved.sort());
      }),
      { numRuns: 40 },
    );
  });

  it('leads from one dashboard to the other', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 12 }), async (question, month) => {
        const sides = await both(question, (documents, on) => dashboardOn(documents, YEAR, month, on));
        const changes = dashboardDifference(sides);
        // The day repeats the question, and is no difference.
        expect(applied({ ...(plain(sides.from.answer) as object), day: sides.to.answer.day }, changes)).toEqual(
          plain(sides.to.answer),
        );
        expect(changes.filter(({ field }) => !/^\/(figures|plan)/.test(field))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Every number below a place, by cell and name. */
function figuresIn(value: unknown, cell = ''): { cell: string; figure: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, found]) =>
    typeof found === 'number' || name.endsWith('Rate')
      ? [{ cell, figure: name }]
      : figuresIn(found, `${cell}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

describe('a number of a dashboard', () => {
  const LIMIT = 2;
  const pageOf = async (documents: Documents, figure: Figure, on: string) => {
    const first = await contributionsOn(documents, figure, { day: on, limit: LIMIT });
    if (first.next === null) return first;
    const rest = await contributionsOn(documents, figure, { day: on, limit: LIMIT, after: first.next });
    return { ...first, items: [...first.items, ...rest.items], next: rest.next };
  };

  it('is what its projects add to it, and each of these what its events add, without remainder', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 12 }), fc.nat(), async (question, month, pick) => {
        const { answer } = (await both(question, (documents, on) => dashboardOn(documents, YEAR, month, on))).to;
        const figures = figuresIn(answer.figures);
        if (figures.length === 0) return;
        const figure = { year: YEAR, month, ...figures[pick % figures.length]! };
        const { to } = await both(question, (documents, on) => pageOf(documents, figure, on));
        const { total, items, next } = to.answer;
        expect(next).toBeNull();
        const shown = valueAt(answer.figures, `${figure.cell}/${figure.figure}`);
        if (figure.figure in total!) expect(total).toEqual({ [figure.figure]: shown });
        expect(added(items.map(({ amounts }) => amounts))).toEqual(withoutZeros(total!));
        for (const { id, amounts } of items) {
          const made = await contributingEvents(readerOf(question.events), id, figure, { to });
          expect(withoutZeros(made.amounts)).toEqual(withoutZeros(amounts));
          expect(added(made.events.map((event) => event.amounts))).toEqual(withoutZeros(amounts));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('differs by what its projects and their events differ by, without remainder', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 12 }), fc.nat(), async (question, month, pick) => {
        const dashboards = await both(question, (documents, on) => dashboardOn(documents, YEAR, month, on));
        const figures = [dashboards.from, dashboards.to].flatMap(({ answer }) => figuresIn(answer.figures));
        if (figures.length === 0) return;
        const figure = { year: YEAR, month, ...figures[pick % figures.length]! };
        const sides = await both(question, (documents, on) => pageOf(documents, figure, on));
        const { total, items } = contributionDifference(sides, PROJECTS.length);
        expect(added(items.map(({ amounts }) => amounts))).toEqual(withoutZeros(total!));
        for (const { id, amounts } of items) {
          const { events } = await contributingEvents(readerOf(question.events), id, figure, sides);
          expect(added(events.map((event) => event.amounts))).toEqual(withoutZeros(amounts));
        }
      }),
      { numRuns: 60 },
    );
  });
});
