import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
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
  readonly after?: string;
  readonly limit: number;
}

/** One page of the board of approvals, by project and kind. */
export async function approvalsPage(documents: Documents, query: ApprovalsQuery) {
  const { status, kind, project, expiring, after, limit } = query;
  const page = await documents.page(approvals, {
    filter: {
      ...(status && { 'state.current.status': status }),
      ...(kind && { 'state.kind': kind }),
      ...(project !== undefined && { 'state.project': project }),
      ...(expiring && { 'state.current.expiring': true, 'state.settled': false }),
    },
    ...(after !== undefined && { after }),
    limit,
  });
  const rows = await documents.many(listRows, [...new Set(page.items.map((item) => item.project))]);
  const items = page.items.map(({ project, kind, current: { document, validity, ...current }, approvals }) => ({
    project,
    projectName: valueOn(rows.get(project)?.project.details.name ?? [], LATEST) ?? null,
    kind,
    ...current,
    since: approvals[kind]!.at(-1)!.on,
    validUntil: validity?.until ?? null,
    document,
  }));
  return { items, next: page.next };
}
