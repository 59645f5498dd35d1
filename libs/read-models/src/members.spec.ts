import fc from 'fast-check';
import { type At, type AnyDecider, type DomainEvent, Refusal } from '#libs/event-sourcing/pure';
import { recorded } from '#libs/event-sourcing/testing';
import {
  type BatchLine,
  currentStatus,
  dayOf,
  type Disposition,
  monthNumber,
  type PlanCommand,
  planDecider,
  type PlanEntry,
  type PlanState,
  type ProjectCommand,
  projectDecider,
  type ProjectState,
  type Status,
  totalsOf,
} from '#libs/domain';
import { MemoryDocuments } from '../../event-sourcing/src/memory-documents.js';
import { ENTRY, PRELIMINARY } from '../../domain/src/plan/examples.js';
import { ASSIGNED, registered } from '../../domain/src/project/examples.js';
import { DOCUMENT, OFFICE, policies, yi } from '../../domain/src/testing.js';
import { LISTS, listOn } from './index.js';
import { listRows } from './lists/view.js';
import { plans } from './plans/view.js';

const STAGES = [
  ...(['ReserveProject', 'BeginPreliminaryWork', 'RecordCommencement'] as const),
  ...(['Suspend', 'Resume', 'Complete', 'PutInService', 'Cancel'] as const),
];
const DISPOSITIONS: readonly Disposition[] = [
  ...(['CARRY_ON', 'CARRY_START', 'BACK_TO_PRELIMINARY', 'COMPLETED', 'DELISTED', 'CANCELLED'] as const),
];
const BEGUN: Readonly<Record<string, Status>> = {
  p1: 'PLANNED_START',
  p2: 'UNDER_CONSTRUCTION',
  p3: 'PRELIMINARY',
  p4: 'PRELIMINARY',
  p5: 'COMPLETED',
  p6: 'CONCEIVED',
  p7: 'RESERVED',
};
const PROJECTS = Object.keys(BEGUN);
const APPROVED = { approvedBy: '示例区政府', document: DOCUMENT };

/** Nothing is to be done before December, so that what is over never stands in the way. */
const ofDecember = (project: string, category: PlanEntry['category'], amount = yi(1)): PlanEntry =>
  category === 'PRELIMINARY'
    ? { ...PRELIMINARY, project }
    : { ...ENTRY, project, category, annualInvestment: amount, monthlyTargets: [...Array<number>(11).fill(0), amount] };

const project = fc.constantFrom(...PROJECTS);
const category = fc.constantFrom<PlanEntry['category']>('NEW_START', 'CARRIED_OVER', 'PRELIMINARY');
/** Who is cancelled takes no further part, so that comes less often. */
const stage = fc.constantFrom(...STAGES, ...STAGES.slice(0, -1), ...STAGES.slice(0, -1));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('stage' as const), project, stage }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('batch' as const),
      project,
      line: fc.constantFrom('ADMIT', 'DELIST', 'RECLASSIFY'),
      category,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('year' as const),
      dispositions: fc.array(fc.constantFrom(...DISPOSITIONS), { minLength: 7, maxLength: 7 }),
    }),
  },
);
const steps = fc.array(fc.record({ after: fc.nat(20), step }), { minLength: 20, maxLength: 40, size: 'max' });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A district with two plans and seven projects, as the command door would keep it. */
class District {
  readonly documents = new MemoryDocuments([listRows, plans]);
  now = '2022-04-07T02:00:00.000Z';
  private position = 0;
  private readonly states = new Map<string, { state: unknown; revision: number }>();

  constructor() {
    for (const [id, status] of Object.entries(BEGUN)) {
      this.append(`project-${id}`, registered(status));
      this.append(`project-${id}`, ASSIGNED);
    }
    this.begin('plan-2022', [
      ofDecember('p1', 'NEW_START'),
      ofDecember('p2', 'CARRIED_OVER'),
      ofDecember('p3', 'PRELIMINARY'),
    ]);
  }

  plan = (year: number) => this.of(`plan-${year}`).state as PlanState;
  statusOf = (id: string) => currentStatus(this.of(`project-${id}`).state as ProjectState)!;

  /** Refused is as good as done: nothing comes of it. */
  send(stream: string, command: ProjectCommand | PlanCommand): boolean {
    const decider = deciderOf(stream);
    const at: At = {
      now: this.now,
      actor: OFFICE,
      stream,
      newId: (name) => `${name}-${this.position}`,
      stateOf: <S>(other: string) => (policies()[other] ?? this.of(other).state) as S,
    };
    try {
      for (let due; (due = decider.due?.(this.of(stream).state, at));) this.append(stream, due.event as DomainEvent);
      const events = decider.decide(command, this.of(stream).state, at) as DomainEvent[];
      for (const event of events) this.append(stream, event);
      return events.length > 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return false;
    }
  }

  begin(stream: string, entries: readonly PlanEntry[]): boolean {
    this.send(stream, { type: 'DraftPlan', declared: totalsOf(entries) });
    for (const entry of entries) this.send(stream, { type: 'IncludeProject', ...entry });
    return this.send(stream, { type: 'PublishPlan', ...APPROVED });
  }

  private of(stream: string) {
    return this.states.get(stream) ?? { state: deciderOf(stream).initial as unknown, revision: -1 };
  }

  private append(stream: string, event: DomainEvent): void {
    const { state, revision } = this.of(stream);
    const [first] = recorded([event], { stream, now: this.now, actor: OFFICE });
    const next = { ...first!, revision: revision + 1, position: ++this.position, id: `event-${this.position}` };
    this.states.set(stream, { state: deciderOf(stream).evolve(state, next) as unknown, revision: next.revision });
    this.documents.apply(next);
  }
}

const deciderOf = (stream: string): AnyDecider => (stream.startsWith('plan-') ? planDecider : projectDecider);

/** Whether anything came of it. */
function take(district: District, { kind, ...asked }: Step): boolean {
  const today = dayOf(district.now);
  if (kind === 'stage') {
    const { project, stage } = asked as Extract<Step, { kind: 'stage' }>;
    const command = { type: stage, occurredOn: today, reason: '示例', document: DOCUMENT };
    return district.send(`project-${project}`, command as ProjectCommand);
  }
  if (kind === 'batch') return batch(district, asked as Extract<Step, { kind: 'batch' }>);
  const { dispositions } = asked as Extract<Step, { kind: 'year' }>;
  const members = [...district.plan(2022).entries.keys()];
  const told = members.map((project, index) => ({ project, disposition: dispositions[index]! }));
  for (const each of told) district.send('plan-2022', { type: 'RecordDispositions', dispositions: [each] });
  return district.begin('plan-2023', nextYear(district.plan(2022)));
}

function batch(
  district: District,
  { project, line, category }: Omit<Extract<Step, { kind: 'batch' }>, 'kind'>,
): boolean {
  const year = district.plan(2023).publishedAt === null ? 2022 : 2023;
  const entry = ofDecember(project, category);
  const over = today(district).startsWith(String(year)) ? monthNumber(today(district)) - 1 : 0;
  const lines: Record<string, BatchLine> = {
    ADMIT: { kind: 'ADMIT', entry, reason: '示例' },
    DELIST: { kind: 'DELIST', project, reason: '示例' },
    RECLASSIFY: {
      ...{ kind: 'RECLASSIFY', project, category, reason: '示例' },
      ...{ totalInvestment: entry.totalInvestment, annualInvestment: entry.annualInvestment },
      remainingTargets: entry.monthlyTargets?.slice(over) ?? null,
    },
  };
  const { entries } = district.plan(year);
  const after = line === 'DELIST' ? entries.without(project) : entries.with(project, entry);
  const declared = totalsOf(after.values());
  return district.send(`plan-${year}`, { type: 'ApplyBatch', lines: [lines[line]!], declared, ...APPROVED });
}

const today = ({ now }: District): string => dayOf(now);

/** What the dispositions make of this year's members. */
const nextYear = ({ entries, dispositions }: PlanState): PlanEntry[] =>
  [...entries.keys()].flatMap((project) => {
    const disposition = dispositions.get(project);
    if (disposition === 'CARRY_ON') return [ofDecember(project, 'CARRIED_OVER')];
    if (disposition === 'CARRY_START') return [ofDecember(project, 'NEW_START')];
    return disposition === 'BACK_TO_PRELIMINARY' ? [ofDecember(project, 'PRELIMINARY')] : [];
  });

it('the members of a plan are the three lists, which share nobody, and who is completed, in service or cancelled', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const district = new District();
      for (const { after, step } of all) {
        district.now = new Date(Date.parse(district.now) + after * 86_400_000).toISOString();
        if (!take(district, step)) continue;
        reached.add(step.kind === 'stage' ? step.stage : step.kind === 'batch' ? step.line : 'year');
        for (const year of [2022, 2023]) {
          const { publishedAt, entries } = district.plan(year);
          const listed = await Promise.all(
            LISTS.map(async (list) =>
              (await listOn(district.documents, { list, year, limit: 100 })).items.map(({ id }) => id),
            ),
          );
          const members = publishedAt === null ? [] : [...entries.keys()];
          const over = members.filter((id) => ['COMPLETED', 'IN_SERVICE', 'CANCELLED'].includes(district.statusOf(id)));
          expect([...listed.flat(), ...over].sort()).toEqual(members.sort());
        }
      }
    }),
    { numRuns: 60 },
  );
  // The sequences do reach everything, so the above says something.
  expect([...reached].sort()).toEqual([...STAGES, 'ADMIT', 'DELIST', 'RECLASSIFY', 'year'].sort());
});
