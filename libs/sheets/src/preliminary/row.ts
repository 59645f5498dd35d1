import type { ApprovalCommand, DocumentRef } from '#libs/domain';
import { dayNamed } from '../cells/day.js';
import { bare } from '../cells/text.js';
import type { Place } from '../place.js';
import { codeOf } from '../plan/row.js';
import type { SheetKind } from '../rows/read-sheets.js';
import type { RowReading } from '../rows/reading.js';
import type { DataRow } from '../rows/table.js';
import { approvalNamed, stepNamed } from './choices.js';
import { PRELIMINARY_COLUMNS, type PreliminaryColumn } from './columns.js';

/** Where one approval of a project stands. */
export interface PreliminaryRow {
  readonly place: Place;
  readonly code: string | null;
  readonly name: string;
  /** Null where nothing has been done yet. */
  readonly command: ApprovalCommand | null;
  /** What no two rows have in common. */
  readonly key: string;
}

type Reading = RowReading<PreliminaryColumn>;

export const PRELIMINARY: SheetKind<PreliminaryColumn, PreliminaryRow> = {
  title: '前期',
  columns: PRELIMINARY_COLUMNS,
  name: 'name',
  serial: 'serial',
  nameSpansRows: true,
  rowOf: preliminaryRowOf,
  unique: [{ what: '同一项目的同一审批事项', column: 'kind', of: ({ key }) => key }],
};

function preliminaryRowOf({ reading }: DataRow<PreliminaryColumn>): PreliminaryRow | undefined {
  const name = reading.text('name', 300);
  if (name === null) reading.wrong('name', '缺少项目名称');
  const code = codeOf(reading);
  const item = reading.text('kind');
  const kind = item === null ? undefined : approvalNamed(item);
  if (item === null) reading.wrong('kind', '缺少审批事项');
  else if (!kind) reading.wrong('kind', `没有审批事项“${item}”`);
  const command = kind ? commandOf(reading, kind) : null;
  if (reading.problems.length > 0) return undefined;
  const place = { sheet: reading.sheet, row: reading.number };
  return { place, code, name: name!, command, key: `${code ?? bare(name!)}|${kind}` };
}

function commandOf(reading: Reading, kind: ApprovalCommand['kind']): ApprovalCommand | null {
  const said = reading.text('state');
  const step = said === null ? 'NONE' : stepNamed(said);
  switch (step) {
    case undefined:
      reading.wrong('state', `“${said}”不是未办理、已受理、已退件或已批复`);
      return null;
    case 'NONE':
      return null;
    case 'APPLIED':
      return { type: 'ApplyForApproval', kind, occurredOn: requiredDay(reading, 'appliedOn', '缺少受理时间') };
    case 'RETURNED': {
      const reason = required(reading, 'reason', '缺少退件原因');
      return { type: 'ReturnApproval', kind, occurredOn: requiredDay(reading, 'issuedOn', '缺少退件日期'), reason };
    }
    case 'GRANTED':
      return { type: 'GrantApproval', kind, document: documentOf(reading) };
  }
}

function documentOf(reading: Reading): DocumentRef {
  const sha256 = reading.text('sha256')?.toLowerCase() ?? null;
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256))
    reading.wrong('sha256', '校验码须为 SHA-256 的 64 位十六进制数');
  return {
    kind: 'APPROVAL',
    title: required(reading, 'title', '缺少批复文件标题', 300),
    docNo: required(reading, 'docNo', '缺少批复文号', 100),
    issuer: required(reading, 'issuer', '缺少批复单位', 100),
    issuedOn: requiredDay(reading, 'issuedOn', '缺少批复时间'),
    sha256,
    size: null,
    mediaType: null,
  };
}

function required(reading: Reading, column: PreliminaryColumn, otherwise: string, longest?: number): string {
  const text = reading.text(column, longest);
  if (text === null) reading.wrong(column, otherwise);
  return text ?? '';
}

/** An act of an authority has its very day. */
function requiredDay(reading: Reading, column: 'appliedOn' | 'issuedOn', otherwise: string): string {
  const text = reading.dayText(column);
  const isWhole = text !== null && (/^\d{4}\D\d{1,2}\D\d{1,2}/.test(text) || /^\d{8}$/.test(text));
  const day = isWhole ? dayNamed(text) : undefined;
  if (text === null) reading.wrong(column, otherwise);
  else if (!day) reading.wrong(column, `“${text}”不是具体日期`);
  return day ?? '';
}
