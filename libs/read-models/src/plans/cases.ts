import type { Told } from '#libs/event-sourcing/testing';
import type { PlanEntry, PlanEvent, ProjectEvent } from '#libs/domain';
import {
  batchApplied,
  closed,
  drafted,
  ENTRY,
  included,
  monthEnded,
  monthOpened,
  PLAN_EXAMPLES,
  PRELIMINARY,
  published,
  RECLASSIFIED,
  yearClosed,
} from '../../../domain/src/plan/examples.js';
import {
  accepted,
  ENTERED,
  EXAMPLES,
  registered,
  startPlanned,
  submitted,
} from '../../../domain/src/project/examples.js';
import { yi } from '../../../domain/src/testing.js';

/** The project of these cases is p1, with whatever line. */
const ofP1 = (entry: PlanEntry): PlanEntry => ({ ...entry, project: 'p1' });
const onPlan = (event: PlanEvent, recordedAt = '2022-04-07T02:00:00.000Z'): Told<PlanEvent> => ({
  ...event,
  stream: 'plan-2022',
  recordedAt,
});
const alone = (event: ReturnType<typeof monthOpened>): PlanEvent => ({
  ...event,
  data: { ...event.data, owing: ['p1'] },
});
const begun = (entry: PlanEntry) => [
  registered(),
  ...[drafted, included(ofP1(entry)), published()].map((each) => onPlan(each)),
];
const figures = { month: yi(0.1), yearToDate: yi(0.1) };
const reported = [submitted(figures, '2022-05'), accepted(figures, '2022-05')];
const plan = (shows: object) => ({ plans: { 2022: shows } });
const APRIL_ENDS = '2022-04-30T16:00:00.000Z';
const MAY = '2022-05-03T02:00:00.000Z';
const JUNE = '2022-06-03T02:00:00.000Z';
const reclassified: PlanEvent = {
  type: 'BatchApplied',
  data: { ...batchApplied.data, results: [{ project: 'p1', entry: ofP1(RECLASSIFIED) }] },
};

/** Each event that changes a published plan or closes it, with its echoes, and all that it changes in the views. */
export const PLAN_CASES = {
  BatchApplied: {
    after: begun(PRELIMINARY),
    event: onPlan(reclassified, MAY),
    shows: {
      ...plan({
        declared: batchApplied.data.declared,
        versions: [
          { version: 1, revision: 2, batch: null },
          { version: 2, revision: 3, on: '2022-05-03', batch: 'new-batch' },
        ],
      }),
      'list-rows': {
        p1: {
          entries: { 2022: { lines: [{ on: '0000-01-01' }, { on: '2022-05-03', value: ofP1(RECLASSIFIED) }] } },
          memberships: [
            { year: 2022, from: '0000-01-01', to: '2022-05-03' },
            { year: 2022, from: '2022-05-03', to: '9999-12-31' },
          ],
        },
        'entries/2022': {
          days: {
            '2022-05-03': {
              'preliminary|count': -1,
              'preliminary|total': -yi(3),
              'construction|count': 1,
              'construction|total': yi(3),
              'construction|annual': yi(0.9),
            },
          },
        },
        'balance/2022': {
          days: {
            '2022-05-03': {
              'transport|示例镇|count': 1,
              'transport|示例镇|preliminary': -1,
              'transport|示例镇|annual': yi(0.9),
            },
          },
        },
        'year/2022': {
          days: {
            '2022-05-03': {
              'PLANNED_START|PRELIMINARY|transport|count': -1,
              'PLANNED_START|NEW_START|transport|annual': yi(0.9),
            },
          },
        },
      },
    },
  },
  MonthClosed: {
    after: [...begun(ENTRY), onPlan(alone(monthOpened('2022-05', '2022-06'))), ...reported],
    event: onPlan({ ...closed('2022-05'), data: { ...closed('2022-05').data, members: ['p1'] } }, JUNE),
    shows: {
      ...plan({ closings: [{ month: '2022-05', on: '2022-06-03' }] }),
      'list-rows': {
        p1: { signed: { '2022-05': yi(0.1) } },
        'closing/2022-05': { days: { '2022-05-31': { count: 1, signed: yi(0.1), standing: yi(0.1) } } },
      },
    },
  },
  PlanSucceeded: {
    after: begun(ENTRY),
    event: onPlan({ type: 'PlanSucceeded', data: { year: 2022, month: '2023-01' } }),
    shows: { ...plan({ revision: 3 }), deadlines: { 'plan-2022': { clocks: { end: APRIL_ENDS } } } },
  },
  MonthEnded: {
    after: [
      ...begun(ENTRY),
      startPlanned('2022-03-20'),
      { type: 'StartOverdue', data: { plannedStart: '2022-03-20' } } as ProjectEvent,
      { ...ENTERED, recordedAt: '2022-04-07T02:00:00.000Z' },
    ],
    event: onPlan({ ...monthEnded('2022-04'), data: { ...monthEnded('2022-04').data, members: ['p1'] } }, MAY),
    shows: {
      ...plan({ revision: 3 }),
      deadlines: {
        'plan-2022': { clocks: { open: '2022-04-14T16:00:00.000Z', end: '2022-05-31T16:00:00.000Z' } },
        'project-p1': { clocks: { 'lights/2022-04': APRIL_ENDS }, nextDueAt: APRIL_ENDS },
      },
    },
  },
  DispositionsRecorded: {
    after: begun(ENTRY),
    event: onPlan(PLAN_EXAMPLES.RecordDispositions.event),
    shows: plan({ dispositions: { p1: 'CARRY_START' } }),
  },
  YearClosed: {
    after: begun(ENTRY),
    event: onPlan(yearClosed, '2023-01-28T02:00:00.000Z'),
    shows: plan({ closedOn: '2023-01-28', bases: { p1: 0, p2: 0 } }),
  },
  BaseAdjusted: {
    after: [...begun(ENTRY), onPlan(yearClosed)],
    event: onPlan(PLAN_EXAMPLES.AdjustBase.event),
    shows: plan({ bases: { p1: yi(1), p2: 0 } }),
  },
  PlanRolledForward: {
    after: begun(ENTRY),
    event: onPlan(PLAN_EXAMPLES.RollPlanForward.event),
    shows: plan({ rolling: { through: 2024, lines: [{ project: 'p1', plannedYear: 2023 }] } }),
  },
  PlanEntryChanged: {
    after: [registered(), ENTERED],
    event: {
      type: 'PlanEntryChanged' as const,
      data: {
        year: 2022,
        category: 'CARRIED_OVER' as const,
        annualInvestment: yi(2),
        monthlyTargets: null,
        sourceRevision: 4,
      },
    },
    shows: {
      'project-cards': { p1: { project: { plans: { 2022: { category: 'CARRIED_OVER' } } } } },
      deadlines: { 'project-p1': { clocks: {} } },
    },
  },
  PlanLeft: {
    after: [registered(), ENTERED],
    event: { type: 'PlanLeft' as const, data: { year: 2022, sourceRevision: 4 } },
    shows: {
      lights: { p1: { lights: [{ on: '2022-05-16', value: null }] } },
      'project-cards': { p1: { project: { plans: { 2022: { left: true } } } } },
      deadlines: { 'project-p1': { clocks: {} } },
    },
  },
  FiguresMoved: {
    after: [...begun(ENTRY), ...reported],
    event: {
      type: 'FiguresMoved' as const,
      data: { ...EXAMPLES.MoveFigures.event.data, afterMonth: '2022-05', on: '2022-06-03' } as never,
    },
    shows: {
      deadlines: { 'project-p1': { clocks: {} } },
      'project-cards': { p1: { project: { transfers: [{ on: '2022-06-03', yearToDate: yi(0.2) }] } } },
      'list-rows': {
        p1: { project: { transfers: [{ afterMonth: '2022-05' }] } },
        'year/2022': { days: { '2022-06-03': { 'PLANNED_START|NEW_START|transport|accepted': yi(0.2) } } },
      },
    },
  },
};
