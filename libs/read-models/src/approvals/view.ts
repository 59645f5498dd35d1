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
  readonly approvals: ProjectState['approvals'];
}

export const approvals: View<ApprovalDocument> = {
  name: 'approvals',
  version: 1,
  indexes: [{ 'state.sort': 1 }, { 'state.current.status': 1, 'state.sort': 1 }, { 'state.project': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    if (!event.stream.startsWith('project-')) return [];
    const project = idOf(event.stream);
    if (event.type === 'CommencementRecorded') return APPROVALS.map((kind) => `${project}/${kind}`);
    return event.type.startsWith('Approval') && 'kind' in event.data ? [`${project}/${event.data.kind}`] : [];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    // Validity counts only until construction begins.
    if (event.type === 'CommencementRecorded')
      return before && { ...before, current: { ...before.current, expiring: false } };
    const [project, kind] = id.split('/') as [string, ApprovalKind];
    const state = { ...INITIAL_PROJECT, approvals: before?.approvals ?? {} };
    const { approvals } = projectDecider.evolve(state, event);
    const current = approvals[kind]?.at(-1)?.value;
    return current ? { id, sort: id, project, kind, current, approvals } : before;
  },
};
