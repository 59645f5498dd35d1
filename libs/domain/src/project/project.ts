import {
  type Decider,
  decideBy,
  type Due,
  evolveBy,
  type Folds,
  isDue,
  type Read,
  type Recorded,
  type Rules,
} from '#libs/event-sourcing/pure';
import { corrected, FOLDS as CORRECTION_FOLDS, withKnown } from '../corrections/state.js';
import { withNothingPersonal } from '../facts.js';
import { planStream } from '../plan/streams.js';
import { type PolicyName, policyStream } from '../policy/policy.js';
import { projectCodeStream } from '../code/state.js';
import { refuse } from '../refusals.js';
import * as approvals from './approvals/rules.js';
import { FOLDS as APPROVAL_FOLDS } from './approvals/state.js';
import * as appraisal from './appraisal/rules.js';
import { FOLDS as APPRAISAL_FOLDS } from './appraisal/state.js';
import * as preparation from './preparation/rules.js';
import { FOLDS as PREPARATION_FOLDS } from './preparation/state.js';
import * as scheduling from './scheduling/rules.js';
import { FOLDS as SCHEDULING_FOLDS } from './scheduling/state.js';
import * as starts from './starts/rules.js';
import { FOLDS as START_FOLDS } from './starts/state.js';
import * as suspension from './suspension/rules.js';
import { FOLDS as SUSPENSION_FOLDS } from './suspension/state.js';
import * as blockers from './blockers/rules.js';
import { leadingGroupStreamOf, requireInCharge } from './blockers/in-charge.js';
import { FOLDS as BLOCKER_FOLDS } from './blockers/state.js';
import * as coordination from './coordination/rules.js';
import { FOLDS as COORDINATION_FOLDS } from './coordination/state.js';
import { clocksOf, monthsOf, NO_MONTHS, wakesAt } from './clocks.js';
import type { ProjectCommand } from './commands.js';
import { isFact } from './corrections/facts.js';
import { projectCorrections, type ProjectFold, replacing } from './corrections/rules.js';
import { withBasisMarked } from './corrections/state.js';
import * as details from './details/rules.js';
import { FOLDS as DETAILS_FOLDS } from './details/state.js';
import type { ProjectEvent } from './events.js';
import * as horizon from './horizon/rules.js';
import { FOLDS as HORIZON_FOLDS } from './horizon/state.js';
import { requireNotBehindClosed } from './membership/closed-months.js';
import * as funding from './funding/rules.js';
import { FOLDS as FUNDING_FOLDS } from './funding/state.js';
import * as liaison from './liaison/rules.js';
import { FOLDS as LIAISON_FOLDS } from './liaison/state.js';
import * as membership from './membership/rules.js';
import { FOLDS as MEMBERSHIP_FOLDS, yearsOf } from './membership/state.js';
import * as milestones from './milestones/rules.js';
import { FOLDS as MILESTONE_FOLDS } from './milestones/state.js';
import * as reports from './reports/rules.js';
import { FOLDS as REPORT_FOLDS } from './reports/state.js';
import * as responsibility from './responsibility/rules.js';
import { FOLDS as RESPONSIBILITY_FOLDS } from './responsibility/state.js';
import { unitStreamsOf } from './responsibility/units.js';
import * as statistics from './statistics/rules.js';
import { FOLDS as STATISTICS_FOLDS } from './statistics/state.js';
import * as lights from './lights/rules.js';
import { FOLDS as LIGHTS_FOLDS } from './lights/state.js';
import * as stages from './stages/rules.js';
import { FOLDS as STAGE_FOLDS } from './stages/state.js';
import { INITIAL_PROJECT, type ProjectState } from './state.js';

const RULES: Rules<ProjectState, ProjectCommand, ProjectEvent> = {
  ...details.RULES,
  ...responsibility.RULES,
  ...milestones.RULES,
  ...membership.RULES,
  ...horizon.RULES,
  ...approvals.RULES,
  ...appraisal.RULES,
  ...preparation.RULES,
  ...scheduling.RULES,
  ...starts.RULES,
  ...suspension.RULES,
  ...stages.RULES,
  ...reports.RULES,
  ...blockers.RULES,
  ...coordination.RULES,
  ...projectCorrections(
    (command, state, at) => byRule(command as ProjectCommand, state, at),
    (state, event) => folded(state, event as Recorded<ProjectEvent>),
  ),
  ...funding.RULES,
  ...liaison.RULES,
  ...lights.RULES,
  ...statistics.RULES,
};

const FOLDS: Folds<ProjectState, ProjectEvent> = {
  ...DETAILS_FOLDS,
  ...RESPONSIBILITY_FOLDS,
  ...MILESTONE_FOLDS,
  ...MEMBERSHIP_FOLDS,
  ...HORIZON_FOLDS,
  ...APPROVAL_FOLDS,
  ...APPRAISAL_FOLDS,
  ...PREPARATION_FOLDS,
  ...SCHEDULING_FOLDS,
  ...START_FOLDS,
  ...SUSPENSION_FOLDS,
  ...STAGE_FOLDS,
  ...REPORT_FOLDS,
  ...BLOCKER_FOLDS,
  ...COORDINATION_FOLDS,
  ...CORRECTION_FOLDS,
  FactCorrected: (state, event) => withBasisMarked(corrected(state, event, folded as ProjectFold), event),
  ...FUNDING_FOLDS,
  ...LIAISON_FOLDS,
  ...LIGHTS_FOLDS,
  ...STATISTICS_FOLDS,
};

const byRule = decideBy(RULES);
const folded = evolveBy(FOLDS);

/** Each fact is remembered as it is folded, so that a correction can name it, and each command's time, until which all is settled. */
function evolve(state: ProjectState, event: Recorded<ProjectEvent>): ProjectState {
  // What was folded is a copy of its own: another of each event would take as long as the fold.
  return Object.assign(
    folded(state, event),
    isFact(event) && withKnown(state, event),
    !isDue(event) && { settledUpTo: event.metadata.recordedAt },
  );
}

/** All of one project's life: facts, stages, monthly reports and blockers, because list moves depend on all of them. */
export const projectDecider: Decider<ProjectState, ProjectCommand, ProjectEvent> = {
  initial: INITIAL_PROJECT,
  evolve,

  decide: withNothingPersonal((command, state, at) => {
    if (!state.exists && command.type !== 'RegisterProject') throw refuse('UNKNOWN_PROJECT');
    requireNotBehindClosed(command, state, at);
    requireInCharge(command, state, at);
    return byRule(command, state, at);
  }),

  reads(command, state, now): Read[] {
    const plans = yearsOf(state).map((year) => ({ stream: planStream(year), upToNow: true }));
    const decided = [command, replacing(command, state)];
    const others = decided.flatMap((each) => [
      ...unitStreamsOf(each),
      ...coordination.unitStreamsOf(each),
      ...codeStreamsOf(each),
      ...leadingGroupStreamOf(each),
    ]);
    return [
      ...plans,
      ...policies(
        decided.map(({ type }) => type),
        state,
        now,
      ),
      ...[...new Set(others)].map((stream) => ({ stream, upToNow: false })),
    ];
  },

  due(state, at): Due<ProjectEvent> | undefined {
    for (const clock of clocksOf(state, monthsOf(state, at))) {
      if (clock.dueAt > at.now) return undefined;
      const event = clock.event(at);
      if (event) return { ...clock, event };
    }
    return undefined;
  },

  wakesAt,
};

const codeStreamsOf = (command: { readonly type: string; readonly code?: string }): string[] =>
  command.type === 'AssignProjectCode' ? [projectCodeStream(command.code!)] : [];

/** The rule sets that a command's decision looks at. */
const POLICIES: ReadonlyMap<string, readonly PolicyName[]> = new Map(
  Object.entries({
    ...reports.POLICIES,
    ...blockers.POLICIES,
    ...approvals.POLICIES,
    ...starts.POLICIES,
    ...scheduling.POLICIES,
  }),
);

/** Rule sets are read by the commands that name them, and by what follows on an expired clock. */
function policies(commands: readonly string[], state: ProjectState, now: string): Read[] {
  const expired = (clocksOf(state, NO_MONTHS)[0]?.dueAt ?? '9999') <= now;
  const named = commands.flatMap((command) => POLICIES.get(command) ?? []);
  const names = new Set([...named, ...(expired ? blockers.POLICIES.RaiseBlocker : [])]);
  return [...names].map((name) => ({ stream: policyStream(name), upToNow: false }));
}
