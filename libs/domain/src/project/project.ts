import type { At, Decider, Due, Read } from '#libs/event-sourcing/pure';
import { requireNothingPersonal } from '../facts.js';
import { planStream } from '../plan/plan.js';
import { type PolicyName, policyStream } from '../policy/policy.js';
import { refuse } from '../refusals.js';
import * as blockers from './blockers.js';
import type { ProjectCommand } from './commands.js';
import type { ProjectEvent } from './events.js';
import { evolve } from './evolve.js';
import * as facts from './facts.js';
import * as reports from './reports.js';
import { enterStage } from './stages.js';
import { INITIAL_PROJECT, type ProjectState } from './state.js';

/** All of one project's life: facts, stages, monthly reports and blockers, because list moves depend on all of them. */
export const projectDecider: Decider<ProjectState, ProjectCommand, ProjectEvent> = {
  initial: INITIAL_PROJECT,
  evolve,

  decide(command, state, at) {
    requireNothingPersonal(command);
    if (command.type === 'RegisterProject') return facts.register(command, state, at);
    if (!state.exists) throw refuse('UNKNOWN_PROJECT');
    return decideExisting(command, state, at);
  },

  reads(command, state, now): Read[] {
    const plans = reports.yearsOf(state).map((year) => ({ stream: planStream(year), upToNow: true }));
    return [...plans, ...policies(command.type, state, now)];
  },

  /** What fell due first comes first, whichever rule it belongs to. */
  due(state, at): Due<ProjectEvent> | undefined {
    const report = reports.missedReport(state, at);
    const level = blockers.expiredLevel(state, at);
    return !report || (level && level.dueAt < report.dueAt) ? level : report;
  },

  wakesAt: (state) => blockers.runningClocks(state)[0]?.clock.dueAt,
};

const STARTS_A_CLOCK: readonly string[] = ['RaiseBlocker', 'EscalateBlocker', 'ReturnReport'];

/** Rules are read where a clock starts: by the command itself, or by a level that follows on an expired one. */
function policies(command: string, state: ProjectState, now: string): Read[] {
  const expired = (projectDecider.wakesAt!(state) ?? '9999') <= now;
  if (!expired && !STARTS_A_CLOCK.includes(command)) return [];
  const names: PolicyName[] = ['escalation', 'monthly-report', 'calendar'];
  return names.map((name) => ({ stream: policyStream(name), upToNow: false }));
}

function decideExisting(
  command: Exclude<ProjectCommand, { type: 'RegisterProject' }>,
  state: ProjectState,
  at: At,
): ProjectEvent[] {
  switch (command.type) {
    case 'ChangeDetails':
      return facts.changeDetails(command, state, at);
    case 'AssignResponsibilities':
      return facts.assignResponsibilities(command, state, at);
    case 'ChangeTotalInvestment':
      return facts.changeTotalInvestment(command, state, at);
    case 'ScheduleMilestones':
      return facts.scheduleMilestones(command, state, at);
    case 'RescheduleMilestone':
      return facts.rescheduleMilestone(command, state, at);
    case 'ReportSourcePhase':
      return facts.reportSourcePhase(command, state, at);
    case 'RecordOpeningFigures':
      return facts.recordOpeningFigures(command, state);
    case 'EnterPlan':
      return facts.enterPlan(command, state);
    case 'RecordCommencement':
    case 'Suspend':
    case 'Resume':
    case 'Complete':
    case 'PutInService':
    case 'Cancel':
      return enterStage(command, state, at);
    case 'SubmitReport':
      return reports.submitReport(command, state, at);
    case 'ReturnReport':
      return reports.returnReport(command, state, at);
    case 'AcceptReport':
      return reports.acceptReport(command, state, at);
    case 'AmendReport':
      return reports.amendReport(command, state);
    case 'RaiseBlocker':
      return blockers.raiseBlocker(command, state, at);
    case 'AcceptBlocker':
      return blockers.acceptBlocker(command, state);
    case 'EscalateBlocker':
      return blockers.escalateBlocker(command, state, at);
    case 'ResolveBlocker':
      return blockers.resolveBlocker(command, state, at);
    case 'CloseBlocker':
      return blockers.closeBlocker(command, state, at);
  }
}
