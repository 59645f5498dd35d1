import { type Refusal } from '#libs/event-sourcing';
import { REFUSALS, type RefusalCode } from '#libs/domain';
import { shown } from '../cells/amount.js';

/** The column that a refusal is about, by its code or by the place in the command at which a text stands. */
const COLUMN_OF_CODE: Partial<Record<RefusalCode, string>> = {
  TARGETS_DO_NOT_SUM: 'annual',
  PRELIMINARY_HAS_NO_ANNUAL_PLAN: 'annual',
  CUMULATIVE_DOES_NOT_FOLLOW: 'yearToDate',
  NEGATIVE_MONTH_NEEDS_REASON: 'month',
  SUSPENDED_REPORTS_NIL: 'month',
  COSTS_DO_NOT_SUM: 'civilWorks',
  PRELIMINARY_WORK_UNTOLD: 'expenses',
  NOT_IN_PRELIMINARY_WORK: 'expenses',
  OPENING_FIGURES_EXIST: 'toLastYearEnd',
  PROJECT_CODE_RESERVED: 'code',
  PLACES_LEFT_OPEN: 'responsibleUnit',
};
const COLUMN_OF_FIELD: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  managingUnit: 'legalEntity',
  clientUnit: 'responsibleUnit',
  landArea: 'landArea',
  remark: 'remark',
  sector: 'sector',
  town: 'town',
  totalInvestment: 'totalInvestment',
  annualInvestment: 'annual',
  amount: 'totalInvestment',
  progress: 'progress',
  correctionReason: 'correctionReason',
  nilReason: 'nilReason',
  month: 'month',
  yearToDate: 'yearToDate',
  docNo: 'docNo',
  title: 'title',
  issuer: 'issuer',
};

const AMOUNTS: Readonly<Record<string, string>> = {
  sum: '合计',
  annualInvestment: '年度计划投资',
  difference: '相差',
  expected: '应为',
  yearToDate: '表中',
};

/** What a person reads who had a row refused by a rule, and the name of the column that it is about. */
export function toldRefusal({ code, facts }: Refusal): { column: string | null; text: string } {
  const amounts = Object.entries(AMOUNTS).flatMap(([fact, label]) =>
    typeof facts[fact] === 'number' ? [`${label} ${shown(facts[fact] / 1_000_000)} 万元`] : [],
  );
  const said = REFUSALS[code as RefusalCode]?.[1] ?? code;
  const field = String(facts.field ?? facts.place ?? '')
    .split('/')
    .at(-1)!;
  return {
    column: COLUMN_OF_CODE[code as RefusalCode] ?? COLUMN_OF_FIELD[field] ?? null,
    text: said + (amounts.length > 0 ? `（${amounts.join('，')}）` : ''),
  };
}
