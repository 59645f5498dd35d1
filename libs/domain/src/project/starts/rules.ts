import { factOn, holds, LATEST, type Rules } from '#libs/event-sourcing/pure';
import { dayOf, yearOf } from '../../days.js';
import { requireFile, requirePast } from '../../facts.js';
import { inForce } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import { currentResponsibilities } from '../responsibility/state.js';
import { checklistOf, plannedStartOf } from '../scheduling/inputs.js';
import type { StageEvent } from '../stages/events.js';
import { currentStatus, isBeforeStart, isEnded } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { Status } from '../status.js';
import { startChecklist } from './checklist.js';
import type { StartCommand } from './commands.js';
import type { StartEvent } from './events.js';

export const RULES: Rules<ProjectState, StartCommand, StartEvent | StageEvent> = {
  PlanNewStart(_command, state) {
    const status = currentStatus(state);
    if (status === 'PLANNED_START') return [];
    if (status !== 'PRELIMINARY') throw refuse('PROJECT_NOT_PRELIMINARY', { status });
    const plannedStart = plannedStartOf(state);
    const year = yearOf(plannedStart);
    const category = membersOf(state)[year]?.category ?? null;
    if (category === null || category === 'PRELIMINARY') throw refuse('NOT_IN_ANNUAL_PLAN', { year, category });
    if (state.schedule?.plannedStart !== plannedStart) throw refuse('BACKWARD_SCHEDULE_MISSING', { plannedStart });
    const { responsibleUnit, legalEntity, leadAuthority } = currentResponsibilities(state) ?? {};
    if (!responsibleUnit || !legalEntity || !leadAuthority) throw refuse('PLACES_LEFT_OPEN');
    return [{ type: 'NewStartPlanned', data: { year, plannedStart } }];
  },

  ProposeWaiver({ approval, reason }, state, at) {
    if (!isBeforeStart(state)) throw refuse('PROJECT_ALREADY_STARTED');
    const { items } = checklistOf(state, inForce(at, 'checklists', dayOf(at.now)).rules);
    const item = items.find((each) => each.approval === approval);
    if (!item) throw refuse('NOT_ON_CHECKLIST', { approval });
    if (item.statutory) throw refuse('STATUTORY_NOT_WAIVABLE', { approval });
    if (state.waivers[approval]) return [];
    return [{ type: 'WaiverProposed', data: { approval, reason } }];
  },

  ConfirmWaiver({ approval }, { waivers }, at) {
    const waiver = waivers[approval];
    if (!waiver) throw refuse('WAIVER_NOT_PROPOSED', { approval });
    if (waiver.status === 'CONFIRMED') return [];
    if (waiver.proposedBy === at.actor.id) throw refuse('WAIVER_NEEDS_TWO', { approval });
    return [{ type: 'WaiverConfirmed', data: { approval } }];
  },

  ReportCommencement({ occurredOn, document }, state, at) {
    requirePast(occurredOn, at);
    requireFile('document', document);
    requireNewStart(occurredOn, state);
    if (state.reportedStarts.at(-1)?.occurredOn === occurredOn) return [];
    return [{ type: 'CommencementReported', data: { occurredOn, document } }];
  },

  ConfirmCommencement(_command, state, at) {
    const reported = state.reportedStarts.at(-1);
    if (!reported) throw refuse('COMMENCEMENT_NOT_REPORTED');
    const { occurredOn, document, reportedBy } = reported;
    if (holds<Status>(state.status, occurredOn, 'UNDER_CONSTRUCTION')) return [];
    requireNewStart(occurredOn, state);
    if (reportedBy === at.actor.id) throw refuse('CONFIRMER_IS_REPORTER');
    const { rules, version } = inForce(at, 'checklists', dayOf(at.now));
    const { missing, unwaived } = startChecklist(state, rules, occurredOn);
    if (unwaived.length > 0) throw refuse('START_ITEMS_MISSING', { missing: unwaived });
    // That it began without a permit is a fact all the same; it is listed for the auditors.
    const irregular = missing.length > 0;
    const data = { occurredOn, document, irregular, missing, checklistVersion: version };
    return [{ type: 'CommencementRecorded', data }];
  },
};

/** The plans in which it stands, without those that it was taken out of. */
const membersOf = ({ plans }: ProjectState): ProjectState['plans'] =>
  Object.fromEntries(Object.entries(plans).filter(([, { left }]) => !left));

export const POLICIES = { ProposeWaiver: ['checklists'], ConfirmCommencement: ['checklists'] } as const;

function requireNewStart(occurredOn: string, state: ProjectState): void {
  const { value: status, on: since } = factOn(state.status, LATEST)!;
  if (isEnded(status)) throw refuse('PROJECT_ENDED', { status });
  if (!isBeforeStart(state)) throw refuse('PROJECT_ALREADY_STARTED', { status });
  if (status !== 'PLANNED_START') throw refuse('NOT_A_NEW_START', { status });
  if (occurredOn < since) throw refuse('STAGE_BEFORE_CURRENT', { status, since });
}
