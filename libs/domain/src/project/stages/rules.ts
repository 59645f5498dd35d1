import { type At, factOn, holds, LATEST, type Rules } from '#libs/event-sourcing/pure';
import { type DocumentRef, requireFile, requirePast } from '../../facts.js';
import { refuse, type RefusalCode } from '../../refusals.js';
import { requireSettled } from '../blockers/open.js';
import type { ProjectState } from '../state.js';
import type { Status } from '../status.js';
import type { StageCommand } from './commands.js';
import type { StageEvent } from './events.js';
import { BEFORE_START, isEnded } from './state.js';

export const RULES: Rules<ProjectState, StageCommand, StageEvent> = {
  ReserveProject: enterStage,
  BeginPreliminaryWork: enterStage,
  RecordCommencement: enterStage,
  Suspend: enterStage,
  Resume: enterStage,
  Complete: enterStage,
  PutInService: enterStage,
  Cancel: enterStage,
};

/** From which statuses a stage is reached, and what is said otherwise. */
const TRANSITIONS: Record<StageCommand['type'], { to: Status; from: readonly Status[]; otherwise: RefusalCode }> = {
  ReserveProject: { to: 'RESERVED', from: ['CONCEIVED'], otherwise: 'PROJECT_NOT_CONCEIVED' },
  BeginPreliminaryWork: { to: 'PRELIMINARY', from: ['RESERVED'], otherwise: 'PROJECT_NOT_RESERVED' },
  RecordCommencement: { to: 'UNDER_CONSTRUCTION', from: BEFORE_START, otherwise: 'PROJECT_ALREADY_STARTED' },
  Suspend: { to: 'SUSPENDED', from: ['UNDER_CONSTRUCTION'], otherwise: 'PROJECT_NOT_STARTED' },
  Resume: { to: 'UNDER_CONSTRUCTION', from: ['SUSPENDED'], otherwise: 'PROJECT_NOT_SUSPENDED' },
  Complete: { to: 'COMPLETED', from: ['UNDER_CONSTRUCTION'], otherwise: 'PROJECT_NOT_STARTED' },
  PutInService: { to: 'IN_SERVICE', from: ['COMPLETED'], otherwise: 'PROJECT_NOT_COMPLETED' },
  Cancel: {
    to: 'CANCELLED',
    from: [...BEFORE_START, 'UNDER_CONSTRUCTION', 'SUSPENDED', 'COMPLETED'],
    otherwise: 'PROJECT_ENDED',
  },
};

/** Whether a status can be reached from another: by a stage, or from 前期 to 新开工 by planning the start. */
export const followsOn = (from: Status, to: Status): boolean =>
  (from === 'PRELIMINARY' && to === 'PLANNED_START') ||
  Object.values(TRANSITIONS).some((transition) => transition.to === to && transition.from.includes(from));

/** The stages of a project's life, each a fact of the day on which it happened. */
function enterStage(command: StageCommand, state: ProjectState, at: At): StageEvent[] {
  const { to, from, otherwise } = TRANSITIONS[command.type];
  requirePast(command.occurredOn, at);
  if (command.type === 'RecordCommencement' || command.type === 'Complete') requireFile('document', command.document);
  if (holds<Status>(state.status, command.occurredOn, to)) return [];
  const { value: status, on: since } = factOn(state.status, LATEST)!;
  if (isEnded(status)) throw refuse('PROJECT_ENDED', { status });
  if (!from.includes(status)) throw refuse(obstacle(status, otherwise), { status });
  // The end of a project ends its clocks, so what is due must have been recorded.
  if (isEnded(to)) for (const blocker of Object.keys(state.blockers)) requireSettled(blocker, state, at);
  // A stage behind the current one would be recorded and change nothing: that takes a correction.
  if (command.occurredOn < since) throw refuse('STAGE_BEFORE_CURRENT', { status, since });
  return [eventOf(command)];
}

function obstacle(status: Status, otherwise: RefusalCode): RefusalCode {
  if (status === 'SUSPENDED') return 'PROJECT_SUSPENDED';
  return status === 'COMPLETED' && otherwise === 'PROJECT_NOT_STARTED' ? 'PROJECT_COMPLETED' : otherwise;
}

function eventOf(command: StageCommand): StageEvent {
  switch (command.type) {
    case 'ReserveProject':
      return { type: 'ProjectReserved', data: { occurredOn: command.occurredOn, document: command.document } };
    case 'BeginPreliminaryWork':
      return { type: 'PreliminaryWorkBegun', data: { occurredOn: command.occurredOn, document: command.document } };
    case 'RecordCommencement':
      return { type: 'CommencementRecorded', data: commencementOf(command.occurredOn, command.document) };
    case 'Suspend':
      return { type: 'SuspensionReported', data: { occurredOn: command.occurredOn, reason: command.reason } };
    case 'Resume':
      return { type: 'ResumptionReported', data: { occurredOn: command.occurredOn, document: command.document } };
    case 'Complete':
      return { type: 'ProjectCompleted', data: { occurredOn: command.occurredOn, document: command.document } };
    case 'PutInService':
      return { type: 'ProjectPutInService', data: { occurredOn: command.occurredOn, document: command.document } };
    case 'Cancel': {
      const { occurredOn, reason, document } = command;
      return { type: 'ProjectCancelled', data: { occurredOn, reason, document } };
    }
  }
}

/** The office's own record, as for a project that enters under way: no checklist is gone through. */
const commencementOf = (occurredOn: string, document: DocumentRef) => ({
  occurredOn,
  document,
  irregular: false,
  missing: [],
  checklistVersion: null,
});
