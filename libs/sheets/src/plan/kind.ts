import { bare } from '../cells/text.js';
import type { SheetKind } from '../rows/read-sheets.js';
import { PLAN_COLUMNS, type PlanColumn } from './columns.js';
import { type PlanRow, planRowOf } from './row.js';

export const PLAN: SheetKind<PlanColumn, PlanRow> = {
  title: '年度计划',
  columns: PLAN_COLUMNS,
  name: 'name',
  serial: 'serial',
  nameSpansRows: false,
  rowOf: planRowOf,
  unique: [
    { what: '项目代码', column: 'code', of: ({ code }) => code },
    {
      what: '项目名称（无项目代码）',
      column: 'name',
      of: ({ code, details }) => (code === null ? bare(details.name) : null),
    },
  ],
};
