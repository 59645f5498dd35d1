import fc from 'fast-check';
import type { Actor, At, DomainEvent, Recorded } from '#libs/event-sourcing/pure';
import { isDue, Refusal } from '#libs/event-sourcing/pure';
import { asDue, recorded } from '#libs/event-sourcing/testing';
import { addDays, endOf, startOf } from '../days.js';
import { type Level, LEVELS } from '../policy/escalation.js';
import { DIMENSIONS } from '../policy/lights.js';
import {
  AUTHORITY,
  DOCUMENT,
  judged,
  LEADER,
  OFFICE,
  opened,
  planWith,
  policies,
  projectScene,
  REPORTER,
  yi,
} from '../testing.js';
import { clocksOf, monthsOf } from './clocks.js';
import type { ProjectCommand } from './commands.js';
import type { ProjectEvent } from './events.js';
import { assignedTask, EXAMPLES, raised, startPlanned } from './examples.js';
import { lightsOf } from './lights/colours.js';
import type { Lights } from './lights/events.js';
import { projectDecider } from './project.js';
import { ASSIGNED, completionPlanned, ENTERED, granted, planAdopted, registered, submit } from './samples.js';

const MONTHS = ['2022-05', '2022-06', '2022-07', '2022-08'].map((month) => opened(month));
const ENDS = MONTHS.map(({ month }) => judged(month));
const planAt = (now: string, months: typeof MONTHS) => ({
  ...planWith(...months),
  judgedMonths: ENDS.filter(({ endsAt }) => endsAt <= now),
});

const onBlocker = fc
  .constantFrom('AcceptBlocker', 'RequestHold', 'ConsentToHold', 'ResumeBlocker', 'ResolveBlocker', 'CloseBlocker')
  .map((type) => EXAMPLES[type].command as ProjectCommand);
const moving = fc
  .tuple(fc.constantFrom('EscalateBlocker', 'ReturnBlockerDown'), fc.constantFrom(...LEVELS))
  .map(([type, from]) => ({ ...EXAMPLES[type].command, from }) as ProjectCommand);
const day = fc.nat(60).map((days) => addDays('2022-05-16', days));
const onTask = fc.oneof(
  fc
    .constantFrom('ReportTask', 'CloseTask', 'ReassignTask', 'CancelTask')
    .map((type) => EXAMPLES[type].command as ProjectCommand),
  fc
    .tuple(fc.constantFrom('ReturnTask', 'RescheduleTask'), day)
    .map(([type, dueOn]) => ({ ...EXAMPLES[type].command, dueOn }) as ProjectCommand),
);
const meeting = fc
  .tuple(fc.constantFrom(...LEVELS), day)
  .map(([level, occurredOn]): ProjectCommand => ({ ...EXAMPLES.HoldCoordination.command, level, occurredOn }));
const onFunds = fc.oneof(
  fc
    .tuple(day, fc.nat(3))
    .map(([dueOn, amount]): ProjectCommand => ({ type: 'SchedulePayment', line: 'line', dueOn, amount: amount + 1 })),
  fc.nat(3).map((amount): ProjectCommand => ({ ...EXAMPLES.PayFunding.command, line: 'line', amount: amount + 1 })),
);
const onPreparation = fc.oneof(
  fc.tuple(day, day).map(([review, approval]): ProjectCommand => {
    const nodes = [
      { approval: 'EIA', step: 'REVIEW', dueOn: review },
      { approval: 'EIA', step: 'APPROVAL', dueOn: approval },
    ] as const;
    return { type: 'AdoptPreparationPlan', occurredOn: '2022-05-16', nodes, reason: '示例', document: DOCUMENT };
  }),
  fc.constant(EXAMPLES.IssueReviewOpinion.command),
  fc.constant<ProjectCommand>({ ...EXAMPLES.ApplyForApproval.command, kind: 'EIA' }),
  fc.constant<ProjectCommand>({ ...EXAMPLES.GrantApproval.command, kind: 'EIA' }),
);
const excuse = fc
  .tuple(fc.constantFrom(...DIMENSIONS), day)
  .map(([dimension, until]): ProjectCommand => ({ ...EXAMPLES.GrantExcuse.command, dimension, until }));
const completion = day.map((to): ProjectCommand => ({
  ...{ type: 'RescheduleMilestone', occurredOn: '2022-05-16', milestone: 'COMPLETION', to },
  ...{ reason: '示例', document: DOCUMENT },
}));
const others = fc.constantFrom<ProjectCommand | { type: 'Tick' }>(
  { type: 'Tick' },
  EXAMPLES.ReopenBlocker.command,
  EXAMPLES.RecordCommencement.command,
  EXAMPLES.EnterStatistics.command,
  EXAMPLES.GrantExcuse.command,
  EXAMPLES.Complete.command,
);
/** Hours since the step before. */
const after = fc.oneof(fc.nat(48), fc.nat(1_500));
const anything = fc.record({
  after,
  command: fc.oneof(onBlocker, moving, onTask, meeting, onFunds, onPreparation, excuse, completion, others),
  actor: fc.constantFrom(OFFICE, AUTHORITY, REPORTER, LEADER),
});
/** From nothing to more than the year's plan, so that all colours of the progress come about. */
const reporting = fc.record({
  after,
  command: fc.tuple(fc.constantFrom('2022-05', '2022-06'), fc.nat(120)).map(([month, percent]): ProjectCommand => {
    const yearToDate = (yi(1) / 100) * percent;
    return submit({ month: yearToDate, yearToDate }, { month, correctionReason: '示例' });
  }),
  actor: fc.constant(REPORTER),
});
const reviewing = fc.record({
  after,
  command: fc.constantFrom<ProjectCommand>(EXAMPLES.ReturnReport.command, EXAMPLES.AcceptReport.command),
  actor: fc.constant(OFFICE),
});
const step = fc.oneof({ weight: 8, arbitrary: anything }, reporting, reviewing);

const CARRIED_OVER = { ...ENTERED, data: { ...ENTERED.data, category: 'CARRIED_OVER' } } as ProjectEvent;
const LINE: ProjectEvent = {
  type: 'FundingApplied',
  data: { line: 'line', occurredOn: '2022-05-09', source: 'SPECIAL_BOND', use: 'CONSTRUCTION', amount: yi(2) },
};
const GIVEN = [
  ...[registered(), ASSIGNED, CARRIED_OVER, startPlanned('2022-05-20'), completionPlanned('2022-06-10'), LINE],
  ...[planAdopted(), granted()],
  ...[raised(), assignedTask()],
];

/** Plays the steps as the command door would, and tells the log and how the project stands at the end. */
function play(steps: readonly { after: number; command: ProjectCommand | { type: 'Tick' }; actor: Actor }[]) {
  const events: Recorded[] = [];
  let state = projectDecider.initial;
  const append = (event: DomainEvent, at: At, as = (next: Recorded) => next) => {
    const [next] = recorded([event], { ...projectScene, now: at.now, actor: at.actor });
    events.push(as({ ...next!, revision: events.length }));
    state = projectDecider.evolve(state, events.at(-1) as Recorded<ProjectEvent>);
  };
  let hours = 0;
  const moment = (actor: Actor, command: { type: string }): At => {
    const now = new Date(Date.parse(projectScene.now) + hours * 3_600_000).toISOString();
    const months = MONTHS.filter(({ opensAt }) => opensAt <= now);
    const known: Record<string, unknown> = { ...projectScene.others, 'plan-2022': planAt(now, months) };
    const read = projectDecider.reads!(command as ProjectCommand, state, now).map(({ stream }) => stream);
    const stateOf = <S>(stream: string): S => {
      if (!read.includes(stream)) throw new Error(`${stream} was not asked for`);
      return known[stream] as S;
    };
    return { now, actor, stream: projectScene.stream, newId: (name) => `new-${name}`, stateOf };
  };
  for (const event of GIVEN) append(event, moment(REPORTER, { type: 'Tick' }));
  for (const { after, command, actor } of steps) {
    hours += after;
    const at = moment(actor, command);
    for (let due; (due = projectDecider.due!(state, at));) append(due.event, at, asDue);
    expect(clocksOf(state, monthsOf(state, at)).filter(({ dueAt }) => dueAt <= at.now)).toEqual([]);
    if (command.type === 'Tick') continue;
    try {
      for (const event of projectDecider.decide(command, state, at)) append(event, at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events: events as Recorded<ProjectEvent>[], state, at: moment(OFFICE, { type: 'Tick' }) };
}

type Told = Recorded<ProjectEvent>;
type DataOf<T extends ProjectEvent['type']> = Extract<ProjectEvent, { type: T }>['data'];

/** What says that one of these clocks fell due, and which. */
const RULE_OF: { readonly [type: string]: ((data: never) => string) | undefined } = {
  ReportRepairMissed: ({ month: of }: DataOf<'ReportRepairMissed'>) => `repair/${of}`,
  NodeOverdue: ({ step: node }: DataOf<'NodeOverdue'>) => `node/${node}`,
  ApprovalExpiring: () => 'expiring',
  ApprovalExpired: () => 'expired',
  ExcuseEnded: ({ dimension, until }: DataOf<'ExcuseEnded'>) => `excuse/${dimension}/${until}`,
  StartOverdue: () => 'start',
  MilestoneOverdue: () => 'completion',
};

/** The instant that the event itself names. */
function dueOf({ type, data }: Told): string | undefined {
  switch (type) {
    case 'ReportRepairMissed':
      return data.dueAt;
    case 'NodeOverdue':
      return endOf(data.dueOn);
    case 'ApprovalExpiring':
    case 'ApprovalExpired':
      return startOf(data.occurredOn);
    case 'ExcuseEnded':
      return endOf(data.until);
    case 'StartOverdue':
      return endOf(data.plannedStart);
    case 'MilestoneOverdue':
      return endOf(data.plannedOn);
    default:
      return undefined;
  }
}

/** What must fall due yet, told from the events alone and not by the clocks of the product. */
class Waiting {
  readonly clocks = new Map<string, string>();
  private readonly met = new Set<string>();
  private readonly overdue = new Map<string, string>();
  private begun = false;
  private completed = false;
  private completion = '';

  expectNoneBy(instant: string): void {
    expect([...this.clocks].filter(([, dueAt]) => dueAt <= instant)).toEqual([]);
  }

  take({ type, data }: Told): void {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- most events leave these clocks alone
    switch (type) {
      case 'ReportReturned':
        return void this.clocks.set(`repair/${data.month}`, data.repairDueAt);
      case 'ReportSubmitted':
      case 'ReportRepairMissed':
        return void this.clocks.delete(`repair/${data.month}`);
      case 'PreparationPlanAdopted':
        for (const { step: node, dueOn } of data.nodes) {
          this.clocks.delete(`node/${node}`);
          if (!this.begun && !this.met.has(node) && this.overdue.get(node) !== dueOn)
            this.clocks.set(`node/${node}`, endOf(dueOn));
        }
        return;
      case 'NodeOverdue':
        this.overdue.set(data.step, data.dueOn);
        return void this.clocks.delete(`node/${data.step}`);
      case 'ReviewOpinionIssued':
        return this.meet('REVIEW');
      case 'ApprovalGranted':
        if (data.kind === 'EIA') return this.meet('APPROVAL');
        return void this.clocks
          .set('expiring', startOf(data.validity!.warnOn))
          .set('expired', endOf(data.validity!.until));
      case 'ApprovalExpiring':
        return void this.clocks.delete('expiring');
      case 'ApprovalExpired':
        return void this.clocks.delete('expired');
      case 'ExcuseGranted':
        return void this.clocks.set(`excuse/${data.dimension}/${data.until}`, endOf(data.until));
      case 'ExcuseEnded':
        return void this.clocks.delete(`excuse/${data.dimension}/${data.until}`);
      case 'MilestonesScheduled':
        if (data.dates.COMMENCEMENT) this.clocks.set('start', endOf(data.dates.COMMENCEMENT));
        return data.dates.COMPLETION ? this.planCompletion(data.dates.COMPLETION) : undefined;
      case 'MilestoneRescheduled':
        return this.planCompletion(data.to);
      case 'MilestoneOverdue':
        this.overdue.set('completion', data.plannedOn);
        return void this.clocks.delete('completion');
      case 'StartOverdue':
        return void this.clocks.delete('start');
      case 'CommencementRecorded':
        this.begun = true;
        for (const rule of ['start', 'expiring', 'expired', 'node/REVIEW', 'node/APPROVAL']) this.clocks.delete(rule);
        return this.planCompletion(this.completion);
      case 'ProjectCompleted':
        this.completed = true;
        this.clocks.delete('completion');
    }
  }

  /** Nobody waits for it before construction has begun. */
  private planCompletion(on: string): void {
    this.completion = on;
    this.clocks.delete('completion');
    if (this.begun && !this.completed && this.overdue.get('completion') !== on)
      this.clocks.set('completion', endOf(on));
  }

  private meet(node: string): void {
    this.met.add(node);
    this.clocks.delete(`node/${node}`);
  }
}

describe('whatever is done in whatever order', () => {
  it('no blocker skips a level', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let level: Level = 'L1_LEGAL_ENTITY';
        for (const event of play(steps).events) {
          if (event.type !== 'BlockerEscalated' && event.type !== 'BlockerReturnedDown') continue;
          expect(event.data.from).toBe(level);
          const by = event.type === 'BlockerEscalated' ? 1 : -1;
          expect(LEVELS.indexOf(event.data.to)).toBe(LEVELS.indexOf(level) + by);
          level = event.data.to;
        }
      }),
    );
  });

  it('each month is reported or missed once, with its due time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { events, at } = play(steps);
        for (const { month, dueAt } of MONTHS) {
          const missed = events.filter((event) => event.type === 'ReportMissed' && event.data.month === month);
          const came = events.filter((event) => event.type === 'ReportSubmitted' && event.data.month === month);
          const punctual = came.some(({ metadata }) => metadata.recordedAt < dueAt);
          expect(missed).toHaveLength(at.now >= dueAt && !punctual ? 1 : 0);
          for (const event of missed) expect(event.data).toMatchObject({ dueAt });
        }
      }),
    );
  });

  it('a task is overdue once for each due day that passed before anybody reported, and closed by somebody else', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let task = { dueAt: assignedTask().data.dueAt, waits: true, overdue: false, reportedBy: '' };
        for (const { type, data, metadata } of play(steps).events) {
          if (type === 'TaskOverdue') {
            expect(task).toMatchObject({ dueAt: data.dueAt, waits: true, overdue: false });
            expect(metadata.recordedAt >= data.dueAt).toBe(true);
            task = { ...task, overdue: true };
          } else if (type === 'TaskReported') {
            expect([data.late, metadata.recordedAt >= task.dueAt]).toEqual([task.overdue, task.overdue]);
            task = { ...task, waits: false, reportedBy: data.reportedBy };
          } else if (type === 'TaskReturned' || type === 'TaskRescheduled') {
            task = { dueAt: data.dueAt, waits: true, overdue: false, reportedBy: '' };
          } else if (type === 'TaskClosed') {
            expect([task.waits, task.reportedBy === metadata.actor.id]).toEqual([false, false]);
          }
        }
      }),
    );
  });

  it('a blocker is being coordinated only where its level met about it, and no level met ahead of its turn', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { state, events } = play(steps);
        const { status, level } = state.blockers['new-blocker']!;
        // The play gives every meeting the same id, so that the state keeps the last alone.
        const met = events.flatMap(({ type, data }) => (type === 'CoordinationHeld' ? [data.level] : []));
        if (status === 'COORDINATING') expect(met).toContain(level);
        let reached: Level = 'L1_LEGAL_ENTITY';
        for (const event of events) {
          if (event.type === 'BlockerEscalated' && event.data.to > reached) reached = event.data.to;
          if (event.type === 'CoordinationHeld') expect(event.data.level <= reached).toBe(true);
        }
      }),
    );
  });

  it('each end of a month is judged once with what was known by then, and told only if the lights are others', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { events, at } = play(steps);
        const changes = events.filter((event) => event.type === 'ProgressLightChanged');
        expect(new Set(changes.map(({ data }) => data.month)).size).toBe(changes.length);
        let before: Lights = {};
        for (const { month, endsAt, rules } of ENDS.filter((end) => end.endsAt <= at.now)) {
          const known = events.filter((event) => isDue(event) || event.metadata.recordedAt < endsAt);
          const lights = lightsOf(known.reduce(projectDecider.evolve, projectDecider.initial), {
            year: 2022,
            month,
            rules,
          });
          const change = changes.find(({ data }) => data.month === month);
          const colours = (of: Lights) =>
            Object.entries(of).map(([dimension, { colour, note }]) => [dimension, colour, note]);
          if (JSON.stringify(colours(lights)) === JSON.stringify(colours(before))) expect(change).toBeUndefined();
          else expect(change?.data.lights).toEqual(lights);
          before = lights;
        }
      }),
    );
  });

  it('repairs, nodes, approvals, excuses, the start and the completion fall due once, each before whatever is recorded after its instant', () => {
    const fired = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), (steps) => {
        const { events, at } = play([...steps, { after: 0, command: { type: 'Tick' }, actor: OFFICE }]);
        const waiting = new Waiting();
        for (const event of events) {
          const rule = RULE_OF[event.type]?.(event.data as never);
          if (rule !== undefined) {
            expect([rule, waiting.clocks.get(rule)]).toEqual([rule, dueOf(event)]);
            expect(event.metadata.recordedAt >= dueOf(event)!).toBe(true);
            fired.add(event.type);
          } else if (!isDue(event)) waiting.expectNoneBy(event.metadata.recordedAt);
          waiting.take(event);
        }
        waiting.expectNoneBy(at.now);
      }),
    );
    expect([...fired].sort()).toEqual(Object.keys(RULE_OF).sort());
  });

  it('nothing falls due before the project asks to be woken', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(5_000), (steps, hours) => {
        const { state, at } = play(steps);
        const later = new Date(Date.parse(at.now) + hours * 3_600_000).toISOString();
        const months = MONTHS.filter(({ opensAt }) => opensAt <= later);
        const known: Record<string, unknown> = { ...policies(), 'plan-2022': planAt(later, months) };
        const due = projectDecider.due!(state, {
          ...at,
          now: later,
          stateOf: <S>(stream: string) => known[stream] as S,
        });
        if (due) expect(projectDecider.wakesAt!(state)! <= due.dueAt).toBe(true);
      }),
    );
  });
});
