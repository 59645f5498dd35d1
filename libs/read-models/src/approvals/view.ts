import { idOf, LATEST, type Recorded, type Series, type View } from '#libs/event-sourcing/pure';
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
  /** Day on which construction began, so that its last day means nothing any more; LATEST before that. */
  readonly settledOn: string;
  /** From when until when, exclusively, it stood where, for filtering. */
  readonly spans: readonly (Pick<Approval, 'status' | 'expiring'> & { readonly from: string; readonly to: string })[];
  readonly approvals: ProjectState['approvals'];
}

export const approvals: View<ApprovalDocument> = {
  name: 'approvals',
  version: 4,
  indexes: [
    { 'state.sort': 1 },
    { 'state.kind': 1, 'state.sort': 1 },
    { 'state.spans.status': 1, 'state.sort': 1 },
    { 'state.spans.expiring': 1, 'state.sort': 1 },
    { 'state.project': 1, 'state.sort': 1 },
  ],

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
    const settledOn = settledAfter(before?.settledOn ?? LATEST, event);
    if (event.type === 'CommencementRecorded') return before && { ...before, settledOn };
    const [project, kind] = id.split('/') as [string, ApprovalKind];
    const state = { ...INITIAL_PROJECT, approvals: before?.approvals ?? {} };
    const { approvals } = projectDecider.evolve(state, event);
    const spans = spansOf(approvals[kind] ?? []);
    return spans.length > 0 ? { id, sort: id, project, kind, settledOn, spans, approvals } : null;
  },
};

function settledAfter(before: string, event: Recorded<ProjectEvent>): string {
  if (event.type === 'CommencementRecorded') return event.data.occurredOn;
  if (event.type !== 'FactCorrected' || !event.data.stages) return before;
  if (!event.data.stages.started) return LATEST;
  const { originalType, replacement, since } = event.data;
  if (originalType === 'CommencementRecorded' && replacement) return String(replacement['occurredOn']);
  return before === LATEST ? since : before;
}

const spansOf = (series: Series<Approval>): ApprovalDocument['spans'] =>
  series.flatMap(({ on: from, value: { status, expiring } }, at) => {
    const to = series[at + 1]?.on ?? LATEST;
    return from < to ? [{ status, expiring, from, to }] : [];
  });
