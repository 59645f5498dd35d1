import type { Imported } from './import/import-workbook.js';
import { importWorkbook } from './import/import-workbook.js';
import type { ImportRequest } from './import/request.js';
import { planImport } from './plan/import.js';
import { preliminaryImport } from './preliminary/import.js';
import { reportsImport } from './reports/import.js';

/** 年度计划, 月报, 前期. */
export const IMPORT_KINDS = ['plan', 'reports', 'preliminary'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** How a workbook of each kind is imported; throws `WorkbookRefused`. */
export const IMPORTS: Readonly<Record<ImportKindName, (request: ImportRequest) => Promise<Imported>>> = {
  plan: (request) => importWorkbook(planImport, request),
  reports: (request) => importWorkbook(reportsImport, request),
  preliminary: (request) => importWorkbook(preliminaryImport, request),
};

/** The command that the rows of a kind are for: who may not give it need not begin. */
export const IMPORT_COMMANDS = {
  plan: 'IncludeProject',
  reports: 'SubmitReport',
  preliminary: 'ApplyForApproval',
} as const satisfies Record<ImportKindName, string>;
