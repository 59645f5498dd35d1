import { type ProjectCommand, type ProjectEvent, planDecider, type PlanEvent, projectDecider } from '#libs/domain';
import type { AnyDecider, At, DomainEvent, Recorded } from '#libs/event-sourcing/pure';
import { recorded } from '#libs/event-sourcing/testing';
import { drafted, ENTRY, included } from '../../libs/domain/src/plan/examples.js';
import {
  accepted,
  COMMENCED,
  EXAMPLES,
  MEMBER,
  raised,
  returned,
  submitted,
} from '../../libs/domain/src/project/examples.js';
import { OFFICE, opened, planWith, policies } from '../../libs/domain/src/testing.js';
import { below, loadOfMachine, median } from './report.js';

const BENCH = 'domain';
const EVENTS = 1_000;
const ENTRIES = 328;
const ROUNDS = 200;
const MICROSECONDS_AIM = 2;
const NOW = '2022-05-16T02:00:00.000Z';

/** What the rules cost without any server: folding a long life, and deciding one more command at its end. */
export function benchDomain(): Promise<boolean> {
  loadOfMachine(BENCH);
  const life = inLog(projectLife(), 'project-p1');
  const plan = inLog(planDraft(ENTRIES), 'plan-2022');
  const met = [
    below(
      BENCH,
      `fold a project of ${EVENTS} events, per event`,
      foldTime(projectDecider, life),
      'µs',
      MICROSECONDS_AIM,
    ),
    below(BENCH, `fold a plan of ${ENTRIES} entries, per event`, foldTime(planDecider, plan), 'µs', MICROSECONDS_AIM),
    below(BENCH, 'decide and fold a payment at the end of that life', decideTime(life), 'µs', 100),
  ];
  return Promise.resolve(met.every(Boolean));
}

const inLog = (events: readonly DomainEvent[], stream: string): Recorded[] =>
  recorded(events, { stream, now: NOW, actor: OFFICE });

/** Years of which each month brings a report that is returned once, a blocker through all its life, and payments. */
function projectLife(): ProjectEvent[] {
  const events: ProjectEvent[] = [...MEMBER, COMMENCED, EXAMPLES.ApplyForFunding.event];
  for (let n = 0; events.length < EVENTS; n++) {
    const month = `${2016 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
    const report = submitted({ month: n, yearToDate: n }, month);
    const blocker = [raised(), ...LIFE].map(({ type, data }) => ({ type, data: { ...data, blocker: `b${n}` } }));
    const paid = ['05', '15', '25'].map((day) => ({
      type: 'FundingPaid',
      data: { ...EXAMPLES.PayFunding.event.data, occurredOn: `${month}-${day}` },
    }));
    const others = [report, returned(month), report, accepted({ month: n, yearToDate: n }, month)];
    events.push(...others, ...([...blocker, ...paid] as ProjectEvent[]));
  }
  return events.slice(0, EVENTS);
}

const LIFE = [
  EXAMPLES.AcceptBlocker,
  EXAMPLES.EscalateBlocker,
  EXAMPLES.ReturnBlockerDown,
  EXAMPLES.RequestHold,
  EXAMPLES.ConsentToHold,
  EXAMPLES.ResumeBlocker,
  EXAMPLES.ResolveBlocker,
  EXAMPLES.CloseBlocker,
].map(({ event }) => event);

const planDraft = (entries: number): PlanEvent[] => [
  drafted,
  ...Array.from({ length: entries }, (_, n) => included({ ...ENTRY, project: `p${n}` })),
];

const folded = ({ initial, evolve }: AnyDecider, events: readonly Recorded[]): unknown =>
  events.reduce((state: unknown, event) => evolve(state, event) as unknown, initial as unknown);

/** µs per event. */
function foldTime(decider: AnyDecider, events: readonly Recorded[]): number {
  return microseconds(() => folded(decider, events)) / events.length;
}

/** µs for one command, with what the door does of it: decide, then fold what came of it. */
function decideTime(life: readonly Recorded[]): number {
  const state = folded(projectDecider, life) as Parameters<typeof projectDecider.decide>[1];
  const known: Record<string, unknown> = { ...policies(), 'plan-2022': planWith(opened('2022-05')) };
  const at: At = {
    now: NOW,
    actor: OFFICE,
    stream: 'project-p1',
    newId: (name) => name,
    stateOf: <S>(stream: string) => known[stream] as S,
  };
  const command: ProjectCommand = EXAMPLES.PayFunding.command;
  return microseconds(() => {
    const events = projectDecider.decide(command, state, at);
    return events.reduce((before, event) => projectDecider.evolve(before, { ...life.at(-1)!, ...event }), state);
  });
}

/** Of the processor, so that whatever else wants it meanwhile does not count. */
function microseconds(work: () => unknown): number {
  const each = Array.from({ length: ROUNDS }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return user + system;
  });
  return median(each.slice(ROUNDS / 4));
}
