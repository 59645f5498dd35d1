import { type Documents, factOn, LATEST, momentOf, valueOn } from '#libs/event-sourcing/pure';
import type { Approval, ApprovalKind } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { approvals } from './view.js';

export const APPROVAL_STATUSES = [
  'APPLIED',
  'RETURNED',
  'GRANTED',
  'REFUSED',
  'REVOKED',
  'EXPIRED',
] as const satisfies Approval['status'][];

export interface ApprovalsQuery {
  readonly status?: Approval['status'];
  readonly kind?: ApprovalKind;
  readonly project?: string;
  /** Only those whose last day is near. */
  readonly expiring?: boolean;
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

/** One page of the board of approvals as it stood on a day, by project and kind. */
export async function approvalsPage(documents: Documents, query: ApprovalsQuery) {
  const { status, kind, project, expiring, day = LATEST, after, limit } = query;
  const moment = momentOf(day);
  const during = { from: { $lte: moment }, to: { $gt: moment } };
  const page = await documents.page(approvals, {
    filter: {
      'state.spans': { $elemMatch: { ...(status && { status }), ...(expiring && { expiring }), ...during } },
      // Beside the spans, because an index is walked only by what is asked of it alone.
      ...(status && { 'state.spans.status': status }),
      ...(expiring && { 'state.spans.expiring': expiring }),
      ...(kind && { 'state.kind': kind }),
      ...(project !== undefined && { 'state.project': project }),
      ...(expiring && { 'state.settledOn': { $gt: moment } }),
    },
    ...(after !== undefined && { after }),
    limit,
  });
  const rows = await documents.many(listRows, [...new Set(page.items.map((item) => item.project))]);
  const items = page.items.map(({ project, kind, approvals }) => {
    const { on: since, value } = factOn(approvals[kind]!, moment)!;
    const { document, validity, ...stands } = value;
    const projectName = valueOn(rows.get(project)?.project.details.name ?? [], day) ?? null;
    return { project, projectName, kind, ...stands, since, validUntil: validity?.until ?? null, document };
  });
  return { items, next: page.next };
}
