import { addDays, type ProjectCommand } from '#libs/domain';
import type { Actor, Recorded } from '#libs/event-sourcing';
import { DOCUMENT } from '../../libs/domain/src/testing.js';
import { COLLEAGUE, type Member, OFFICE } from './district.js';

const PERMIT = 'CONSTRUCTION_PERMIT';

/**
 * What is asked of a project on a day beside its reports and blockers: tasks, permits, milestones and preparation, each
 * by a chance of its own from 0 to 1. Part of it is done in time, the rest falls due.
 */
export function* mattersOf(
  { category, started }: Member & { readonly started: boolean },
  day: string,
  events: readonly Recorded[],
  chance: (matter: string) => number,
): Generator<readonly [ProjectCommand, Actor]> {
  const dayOfMonth = Number(day.slice(8));
  const last = (...types: string[]) => events.findLast(({ type }) => types.includes(type));
  const document = { ...DOCUMENT, docNo: `示例〔${day}〕号`, issuedOn: day };
  const asked = chance('task');
  if (dayOfMonth === 4 && asked < 0.04)
    yield [
      { type: 'AssignTask', unit: 'helper', text: '完成管线迁改', dueOn: addDays(day, 20), blocker: null },
      OFFICE,
    ];
  const { task } = (last('TaskAssigned')?.data ?? {}) as { readonly task?: string };
  if (dayOfMonth === 16 && task && asked < 0.02) yield [{ type: 'ReportTask', task, report: '已完成迁改' }, COLLEAGUE];
  const permit = last('ApprovalGranted', 'ApprovalExtended', 'ApprovalExpired')?.type;
  if (!started && dayOfMonth === 12 && (permit ?? 'ApprovalExpired') === 'ApprovalExpired' && chance('permit') < 0.1)
    yield [{ type: 'GrantApproval', kind: PERMIT, document }, OFFICE];
  if (!started && dayOfMonth === 25 && permit === 'ApprovalGranted' && chance('extension') < 0.2)
    yield [{ type: 'ExtendApproval', kind: PERMIT, occurredOn: day, document }, OFFICE];
  if (started && dayOfMonth === 6 && chance('milestones') < 0.05) {
    const [milestone, to] = ['COMPLETION' as const, addDays(day, 150)];
    const dates = { STRUCTURE_DONE: addDays(day, 60), [milestone]: to };
    const isAgreed = events.some(({ type, data }) => type === 'MilestonesScheduled' && milestone in datesOf(data));
    if (!isAgreed) yield [{ type: 'ScheduleMilestones', occurredOn: day, dates }, OFFICE];
    else
      yield [{ type: 'RescheduleMilestone', occurredOn: day, milestone, to, reason: '雨季', document: null }, OFFICE];
  }
  if (started && dayOfMonth === 7 && chance('structure') < 0.1)
    yield [{ type: 'RecordMilestoneMet', occurredOn: day, milestone: 'STRUCTURE_DONE', document }, OFFICE];
  if (category !== 'PRELIMINARY') return;
  const nodes = [{ approval: 'EIA' as const, step: 'REVIEW' as const, dueOn: addDays(day, 70) }];
  if (dayOfMonth === 14 && !last('PreparationPlanAdopted') && chance('nodes') < 0.2)
    yield [{ type: 'AdoptPreparationPlan', occurredOn: day, nodes, reason: null, document: null }, OFFICE];
  if (dayOfMonth === 2 && last('PreparationPlanAdopted') && !last('NodeTimeRecorded') && chance('review') < 0.3)
    yield [{ type: 'RecordNodeTime', occurredOn: day, approval: 'EIA', time: 'reviewedAt' }, OFFICE];
}

const datesOf = (data: object): object => (data as { readonly dates: object }).dates;
