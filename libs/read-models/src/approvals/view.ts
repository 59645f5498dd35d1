import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  type Approval,
  type ApprovalKind,
  APPROVALS,
  INITIAL_PROJECT,
  projectDecider,
  type ProjectEvent,
  type ProjectState,
} from '#libs/domain';

/** The approval of one kind for one project: where it stands, and what it waits for. */
export interface ApprovalDocument {
  readonly id: string;
  readonly sort: string;
  readonly project: string;
  readonly kind: ApprovalKind;
  /** As it stands by now. */
  readonly current: Approval;
  /** Construction has begun, so that its last day means nothing any more. */
  readonly settled: boolean;
  readonly approvals: ProjectState['approvals'];
}

export const approvals: View<ApprovalDocument> = {
  name: 'approvals',
  version: 2,
  indexes: [{ 'state.sort': 1 }, { 'state.current.status': 1, 'state.sort': 1 }, { 'state.project': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    if (!event.stream.startsWith('project-')) return [];
    const project = idOf(event.stream);
    if (event.type === 'CommencementRecorded' || (event.type === 'FactCorrected' && event.data.stages))
      return APPROVALS.map((kind) => `${project}/${kind}`);
    if (event.type === 'FactCorrected') {
      const kinds = [event.data.original?.['kind'], event.data.replacement?.['kind']];
      const named = event.data.originalType.startsWith('Approval') ? new Set(kinds) : new Set();
      return [...named].filter((kind) => typeof kind === 'string').map((kind) => `${project}/${kind}`);
    }
    return event.type.startsWith('Approval') && 'kind' in event.data ? [`${project}/${event.data.kind}`] : [];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    if (event.type === 'CommencementRecorded') return before && { ...before, settled: true };
    const [project, kind] = id.split('/') as [string, ApprovalKind];
    const state = { ...INITIAL_PROJECT, approvals: before?.approvals ?? {} };
    const { approvals } = projectDecider.evolve(state, event);
    const current = approvals[kind]?.at(-1)?.value;
    const stages = event.type === 'FactCorrected' ? event.data.stages : null;
    const settled = stages?.started ?? before?.settled ?? false;
    return current ? { id, sort: id, project, kind, current, settled, approvals } : null;
  },
};
