import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { valueAt } from '#libs/event-sourcing/pure';
import { addDays, monthNumber, monthOf } from '#libs/domain';
import { dashboardOn, FIGURE_VIEWS } from './index.js';
import { MemoryDocuments } from '../../event-sourcing/src/memory-documents.js';
import { history, lives, order } from './lives.js';
import { type Amounts, figureOf, Reckoning } from '../../verifier/src/reckoning.js';

const CELLS = [
  '/construction',
  '/preliminary',
  '/byList/new-start',
  '/byList/ongoing',
  '/byList/none',
  '/bySector/energy',
];
const SUMS = ['count', 'totalInvestment', 'annualPlan', 'targetToDate', 'completedAccepted', 'completedPending'];
const FIGURES = [...SUMS, 'completionRate', 'targetRate', 'gapToTimeProgress'];
const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2022-01-01', days));
const seed = randomBytes(4).readInt32BE();

describe('what the verifier reckons by itself', () => {
  it(`is what the dashboards show, whatever happened in whatever order (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(lives, order, day, async (all, shuffled, asOf) => {
        const [documents, reckoning] = [new MemoryDocuments(FIGURE_VIEWS), new Reckoning(2022)];
        for (const event of history(all, shuffled)) {
          documents.apply(event);
          reckoning.see(event);
        }
        const month = monthOf(asOf);
        const { figures } = await dashboardOn(documents, 2022, monthNumber(month), asOf);
        for (const cell of CELLS)
          for (const figure of FIGURES) {
            const sum: Record<string, number> = {};
            for (const project of reckoning.named)
              for (const [name, amount] of Object.entries(reckoning.amountsOf(project, { month, cell, figure, asOf })))
                sum[name] = (sum[name] ?? 0) + amount;
            const shown = valueAt(figures, `${cell}/${figure}`) ?? null;
            expect({ cell, figure, value: figureOf(figure, month, sum) ?? 0 }).toEqual({
              cell,
              figure,
              value: shown ?? 0,
            });
          }
      }),
      { seed, numRuns: 100 },
    );
  });

  it.each<[string, Amounts, number | null]>([
    ['completedAccepted', { completedAccepted: 5 }, 5],
    ['completionRate', { annualPlan: 3, completedAccepted: 2 }, 0.6667],
    ['completionRate', { completedAccepted: -1, annualPlan: 20_000 }, -0],
    ['startRateToDate', { startDueDone: 1, startDue: 8 }, 0.125],
    ['targetRate', { completedAccepted: 1, targetToDate: 0 }, null],
    ['gapToTimeProgress', { completedAccepted: 1, annualPlan: 3 }, -8.33],
  ])('%s of %j is %p', (figure, amounts, value) => {
    const found = figureOf(figure, '2022-05', amounts);
    expect(found === null ? null : found + 0).toBe(value === null ? null : value + 0);
  });
});
