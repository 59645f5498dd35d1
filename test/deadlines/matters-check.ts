import type { Recorded } from '#libs/event-sourcing';
import type { ProjectEvent } from '#libs/domain';
import { at, dayAfter, dayIn, monthsAfter, workingDay } from './days.js';

/** The last sweep; what falls due later does not fire any more. */
const END = at('2027-01-01');
const NEVER = '9999';
type Events = readonly Recorded<ProjectEvent>[];
type Of<T extends ProjectEvent['type']> = Recorded<Extract<ProjectEvent, { type: T }>>;

/** What of a project's tasks, returned reports, permits, milestones and preparation must have fallen due, and when. */
export function* expectedOfMatters(stream: string, events: Events): Generator<string> {
  const of = <T extends ProjectEvent['type']>(type: T) => events.filter((event) => event.type === type) as Of<T>[];
  const first = (found: readonly Recorded[]): string => found[0]?.metadata.recordedAt ?? NEVER;
  const [started, ended] = [first(of('CommencementRecorded')), first(of('ProjectPutInService'))];
  const completed = first(of('ProjectCompleted'));
  /** Whether nothing that ends the wait came before. */
  const falls = (due: string, ...before: string[]) => due <= END && before.every((instant) => instant >= due);

  for (const { data } of of('TaskAssigned')) {
    const due = at(dayAfter(data.dueOn));
    const reported = first(of('TaskReported').filter((event) => event.data.task === data.task));
    if (falls(due, reported, ended)) yield `${stream} task ${data.task} ${due} ${sweptAt(due)}`;
  }
  for (const { data, metadata, revision } of of('ReportReturned')) {
    const due = at(dayAfter(workingDay(dayIn(metadata.recordedAt), 2)));
    const again = of('ReportSubmitted').filter((event) => event.data.month === data.month && event.revision > revision);
    if (falls(due, first(again), ended)) yield `${stream} repair ${data.month} ${due} ${sweptAt(due)}`;
  }
  for (const { data } of of('PreparationPlanAdopted'))
    for (const { approval, dueOn } of data.nodes) {
      const due = at(dayAfter(dueOn));
      if (falls(due, first(of('NodeTimeRecorded')), started))
        yield `${stream} node ${approval} ${dueOn} ${sweptAt(due)}`;
    }
  yield* expectedOfPermits(stream, [...of('ApprovalGranted'), ...of('ApprovalExtended')], started);

  for (const milestone of ['STRUCTURE_DONE', 'COMPLETION'] as const) {
    const met = first(of('MilestoneMet').filter((event) => event.data.milestone === milestone));
    const planned = events.flatMap(({ type, data, metadata: { recordedAt } }) => {
      if (type === 'MilestonesScheduled' && data.dates[milestone]) return [{ day: data.dates[milestone], recordedAt }];
      return type === 'MilestoneRescheduled' && data.milestone === milestone ? [{ day: data.to, recordedAt }] : [];
    });
    for (const [index, { day }] of planned.entries()) {
      const due = at(dayAfter(day));
      const moved = planned[index + 1]?.recordedAt ?? NEVER;
      if (falls(due, met, moved, completed)) yield `${stream} milestone ${milestone} ${day} ${sweptAt(due)}`;
    }
  }
}

/** Three months from the day of issue, as many again with an extension; announced thirty days before. */
function* expectedOfPermits(
  stream: string,
  events: readonly Of<'ApprovalGranted' | 'ApprovalExtended'>[],
  started: string,
): Generator<string> {
  let until = '';
  const steps = events.toSorted((a, b) => a.revision - b.revision);
  for (const [index, { type, data }] of steps.entries()) {
    until = monthsAfter(type === 'ApprovalGranted' ? data.occurredOn : until, 3);
    const next = steps[index + 1]?.metadata.recordedAt ?? NEVER;
    for (const [what, day] of [
      ['expiring', dayAfter(until, -30)],
      ['expired', dayAfter(until)],
    ] as const)
      if (at(day) <= END && at(day) <= started && at(day) <= next)
        yield `${stream} ${what} ${day} until ${until} ${sweptAt(at(day))}`;
  }
}

/** Each day at nine the sweep comes, and once at the end. */
const sweptAt = (due: string): string => `at ${due === END ? END : at(dayIn(due), 9)}`;

/** What has fallen due of them. */
export function dueOfMatter({ stream, type, data, metadata }: Recorded<ProjectEvent>): string[] {
  const swept = `at ${metadata.recordedAt}`;
  switch (type) {
    case 'TaskOverdue':
      return [`${stream} task ${data.task} ${data.dueAt} ${swept}`];
    case 'ReportRepairMissed':
      return [`${stream} repair ${data.month} ${data.dueAt} ${swept}`];
    case 'NodeOverdue':
      return [`${stream} node ${data.approval} ${data.dueOn} ${swept}`];
    case 'ApprovalExpiring':
      return [`${stream} expiring ${data.occurredOn} until ${data.until} ${swept}`];
    case 'ApprovalExpired':
      return [`${stream} expired ${data.occurredOn} until ${data.until} ${swept}`];
    case 'MilestoneOverdue':
      return [`${stream} milestone ${data.milestone} ${data.plannedOn} ${swept}`];
    default:
      return [];
  }
}
