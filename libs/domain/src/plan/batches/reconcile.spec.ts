import type { At } from '#libs/event-sourcing/pure';
import { Refusal } from '#libs/event-sourcing/pure';
import { recorded } from '#libs/event-sourcing/testing';
import fc from 'fast-check';
import { assignable, DOCUMENT, OFFICE, planScene, yi } from '../../testing.js';
import type { ProjectState } from '../../project/state.js';
import { totalsOf } from '../control-totals.js';
import { differenceOf } from '../difference.js';
import { PRELIMINARY, ENTRY, published, ready } from '../examples.js';
import type { BatchEvent, BatchLine, Part, PlanEntry, PlanEvent } from '../events.js';
import { planDecider } from '../plan.js';
import type { PlanState } from '../state.js';
import { withResults } from './state.js';

const PROJECTS = ['p1', 'p2', 'p3', 'p4', 'p5'];
const NOW = '2022-07-05T02:00:00.000Z';
const reason = '示例';

const project = fc.constantFrom(...PROJECTS);
const amount = fc.integer({ min: 0, max: yi(3) });
/** Nothing was to be done until June, so that lines may be merged and split as they come. */
const entry: fc.Arbitrary<PlanEntry> = fc
  .record({
    project,
    preliminary: fc.boolean(),
    totalInvestment: amount,
    months: fc.array(fc.nat(yi(0.2)), { minLength: 6, maxLength: 6 }),
  })
  .map(({ project, preliminary, totalInvestment, months }) =>
    preliminary
      ? { ...PRELIMINARY, project, totalInvestment }
      : {
          ...ENTRY,
          project,
          totalInvestment,
          annualInvestment: months.reduce((sum, each) => sum + each, 0),
          monthlyTargets: [0, 0, 0, 0, 0, 0, ...months],
        },
  );
/** What is left of the year; the months until June hold nothing. */
const changed = entry.map(({ project: id, totalInvestment, annualInvestment, monthlyTargets }) => ({
  ...{ project: id, totalInvestment, annualInvestment, reason },
  remainingTargets: monthlyTargets?.slice(6) ?? null,
}));
const line: fc.Arbitrary<BatchLine> = fc.oneof(
  entry.map((each): BatchLine => ({ kind: 'ADMIT', entry: each, reason })),
  entry.map((each): BatchLine => ({ kind: 'CORRECT', entry: each, reason })),
  project.map((each): BatchLine => ({ kind: 'DELIST', project: each, reason })),
  fc
    .tuple(fc.uniqueArray(project, { minLength: 2, maxLength: 3 }), entry)
    .map(([projects, into]): BatchLine => ({ kind: 'MERGE', projects, into, reason })),
  fc
    .constantFrom('NEW_START', 'CARRIED_OVER')
    .chain((category) => changed.map((each): BatchLine => ({ kind: 'RECLASSIFY', category, ...each }))),
  changed.map((each): BatchLine => ({ kind: 'AMOUNT', ...each })),
  fc
    .tuple(project, entry, entry, fc.nat(1_000), fc.nat(1_000))
    .map(([each, a, b, yearToDate, toLastYearEnd]): BatchLine => ({
      kind: 'SPLIT',
      project: each,
      into: [
        { entry: a, yearToDate, toLastYearEnd },
        { entry: b, yearToDate: 1_000 - yearToDate, toLastYearEnd: 1_000 - toLastYearEnd },
      ] satisfies Part[],
      reason,
    })),
);
const batches = fc.array(
  fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 3 }), error: fc.constantFrom(0, 0, 0, 0, yi(0.01)) }),
  { maxLength: 25, size: 'max' },
);

/** Every project has invested 1,000 分 in this year and in those before, so that any of them can be split. */
const invested: ProjectState = {
  ...assignable(),
  openings: { 2022: { revision: 2, through: '2022-03', yearToDate: 1_000, toLastYearEnd: 1_000 } },
};
const scene = { ...planScene, now: NOW };

function play(
  asked: readonly { lines: BatchLine[]; error: number }[],
  each: (before: PlanState, event: BatchEvent, after: PlanState) => void,
) {
  let state = planDecider.initial;
  const fold = (event: PlanEvent) => (state = planDecider.evolve(state, recorded([event], scene)[0]!));
  const begun = [...ready.slice(0, 1), { type: 'PlanEntryIncluded', data: { year: 2022, entry: { ...ENTRY, monthlyTargets: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, yi(0.9)] } } } as PlanEvent, ready[2]!]; // prettier-ignore
  for (const event of [...begun, published(null)]) fold(event);
  for (const { lines, error } of asked) {
    const at: At = {
      now: NOW,
      actor: OFFICE,
      stream: scene.stream,
      newId: (name) => name,
      stateOf: <S>() => invested as S,
    };
    const decide = (declared: ReturnType<typeof totalsOf>) =>
      planDecider.decide(
        { type: 'ApplyBatch', lines, declared, approvedBy: '示例区政府', document: DOCUMENT },
        state,
        at,
      );
    try {
      const [event] = decide(expectedTotals(lines, state, error)) as [BatchEvent];
      const before = state;
      each(before, event, fold(event));
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused;
    }
  }
}

/** What the approving body would declare: the lines added up by hand, off by an error now and then. */
function expectedTotals(lines: readonly BatchLine[], state: PlanState, error: number) {
  const entries = new Map(state.entries);
  for (const each of lines) {
    if (each.kind === 'DELIST') entries.delete(each.project);
    if (each.kind === 'MERGE') for (const one of each.projects) entries.delete(one);
    if (each.kind === 'SPLIT') entries.delete(each.project);
    if (each.kind === 'ADMIT' || each.kind === 'CORRECT') entries.set(each.entry.project, each.entry);
    if (each.kind === 'AMOUNT' || each.kind === 'RECLASSIFY') entries.set(each.project, changedBy(each, state));
    if (each.kind === 'MERGE') entries.set(each.into.project, each.into);
    if (each.kind === 'SPLIT') for (const part of each.into) entries.set(part.entry.project, part.entry);
  }
  const totals = totalsOf(entries.values());
  return {
    ...totals,
    preliminary: { ...totals.preliminary, totalInvestment: totals.preliminary.totalInvestment + error },
  };
}

function changedBy(line: Extract<BatchLine, { kind: 'AMOUNT' | 'RECLASSIFY' }>, { entries }: PlanState): PlanEntry {
  const { project, totalInvestment, annualInvestment, remainingTargets } = line;
  const category = line.kind === 'RECLASSIFY' ? line.category : (entries.get(project)?.category ?? 'NEW_START');
  const monthlyTargets = remainingTargets && [0, 0, 0, 0, 0, 0, ...remainingTargets];
  return { project, category, totalInvestment, annualInvestment, monthlyTargets };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

it('under any sequence of batches the plan adds up, no figure is lost or made, and each version follows on the last', () => {
  const applied: Record<string, number> = {};
  fc.assert(
    fc.property(batches, (asked) => {
      play(asked, (before, { data }, after) => {
        for (const { kind } of data.lines) applied[kind] = (applied[kind] ?? 0) + 1;
        expect(totalsOf(after.entries.values())).toEqual(data.totals);
        expect(data.declared).toEqual(data.totals);
        expect(after.version).toBe(before.version + 1);
        expect(sum(data.moved.map(({ yearToDate }) => yearToDate))).toBe(0);
        expect(sum(data.moved.map(({ toLastYearEnd }) => toLastYearEnd))).toBe(0);
        const { admitted, left, changed, totals } = differenceOf(before.entries, after.entries);
        expect(after.entries.size).toBe(before.entries.size + admitted.length - left.length);
        const back = [...left, ...changed.map((each) => each.before)].map((each) => ({
          project: each.project,
          entry: each,
        }));
        const undone = [...admitted.map((each) => ({ project: each.project, entry: null })), ...back];
        expect(totalsOf(withResults(after.entries, undone).values())).toEqual(totals.before);
      });
    }),
    { numRuns: 200 },
  );
  // The sequences do reach every kind, so the above says something.
  expect(Object.keys(applied).sort()).toEqual(['ADMIT', 'AMOUNT', 'CORRECT', 'DELIST', 'MERGE', 'RECLASSIFY', 'SPLIT']);
});
