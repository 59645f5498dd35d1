import { type Category, type Details, PROJECT_CODE } from '#libs/domain';
import { bare } from '../cells/text.js';
import { dayNamed, periodNamed } from '../cells/day.js';
import type { DataRow } from '../rows/table.js';
import type { RowReading } from '../rows/reading.js';
import type { Place } from '../place.js';
import { MONTHS } from '../header/column.js';
import { categoryNamed, hasStarted, investmentTypeNamed, natureNamed } from './choices.js';
import type { PlanColumn } from './columns.js';

/** One project's line of a yearly plan; amounts in 分. */
export interface PlanRow {
  readonly place: Place;
  readonly code: string | null;
  /** What the row says; an empty cell says nothing. */
  readonly details: Partial<Details> & { readonly name: string };
  readonly category: Category;
  readonly totalInvestment: number;
  readonly annualInvestment: number;
  readonly monthlyTargets: readonly number[] | null;
  /** Planned days; a month or a year stands for its last day. */
  readonly commencement: string | null;
  readonly completion: string | null;
  readonly toLastYearEnd: number | null;
  readonly yearToDate: number | null;
  /** Last month that `yearToDate` covers, from 1; null where the sheet has no such column. */
  readonly through: number | null;
  /** Names or ids of units. */
  readonly responsibleUnit: string | null;
  readonly legalEntity: string | null;
  readonly leadAuthority: string | null;
}

type Reading = RowReading<PlanColumn>;

/** The row as far as it can be read; undefined where something is wrong, which the reading then says. */
export function planRowOf({ reading, sections }: DataRow<PlanColumn>): PlanRow | undefined {
  const name = reading.text('name', 300);
  if (name === null) reading.wrong('name', '缺少项目名称');
  const totalInvestment = reading.amount('totalInvestment');
  if (totalInvestment === null && reading.problems.length === 0) reading.wrong('totalInvestment', '缺少总投资');
  const category = categoryOf(reading, sections);
  const row = {
    place: { sheet: reading.sheet, row: reading.number },
    code: codeOf(reading),
    details: { ...detailsOf(reading), name: name ?? '' },
    category: category ?? 'NEW_START',
    totalInvestment: totalInvestment ?? 0,
    annualInvestment: annualOf(reading),
    monthlyTargets: targetsOf(reading),
    ...daysOf(reading),
    toLastYearEnd: reading.amount('toLastYearEnd'),
    yearToDate: reading.amount('yearToDate'),
    through: throughIn(reading.path('yearToDate')),
    responsibleUnit: reading.text('responsibleUnit', 200),
    legalEntity: reading.text('legalEntity', 200),
    leadAuthority: reading.text('leadAuthority', 200),
  };
  return reading.problems.length === 0 ? row : undefined;
}

/** A project code; shared by the kinds of workbooks that may name projects by it. */
export function codeOf<Name extends string>(reading: RowReading<Name | 'code'>): string | null {
  const code =
    reading
      .text('code')
      ?.normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[—–－]/g, '-')
      .toUpperCase() ?? null;
  if (code !== null && !PROJECT_CODE.test(code))
    reading.wrong('code', `“${code}”不是项目代码（如 2204-500109-04-01-123456）`);
  return code;
}

/** What says it most closely: its own column, the nearest heading, the sheet's name, whether it has started. */
function categoryOf(reading: Reading, sections: readonly string[]): Category | undefined {
  const own = reading.text('category');
  if (own !== null) {
    const category = categoryNamed(own);
    if (!category) reading.wrong('category', `“${own}”不是计划新开工、续建或前期`);
    return category;
  }
  for (const title of [...sections].reverse().concat(reading.sheet)) {
    const category = categoryNamed(title);
    if (category) return category;
  }
  const state = reading.text('startState') ?? (reading.text('nature') === '续建' ? '是' : null);
  const started = state === null ? undefined : hasStarted(state);
  if (started === undefined) reading.wrong(null, '无法判断是计划新开工、续建还是前期项目');
  return started ? 'CARRIED_OVER' : 'NEW_START';
}

function detailsOf(reading: Reading): Partial<Details> {
  const sector = reading.text('sector', 64);
  if (sector !== null && /[|$.]/.test(sector)) reading.wrong('sector', '不能含有 |、$ 或 .');
  const nature = reading.text('nature');
  const said = {
    description: reading.text('description', 10_000),
    town: reading.text('town', 100),
    managingUnit: reading.text('legalEntity', 200),
    clientUnit: reading.text('responsibleUnit', 200),
    landArea: landAreaIn(reading),
    remark: reading.text('remark'),
    sector,
    // Some sheets say here that construction goes on, which is no nature.
    nature: nature === '续建' ? null : choiceIn(reading, 'nature', natureNamed, '新建、扩建或改建'),
    investmentType: choiceIn(reading, 'investmentType', investmentTypeNamed, '审批、核准或备案'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** 亩 with at most two decimals, in hundredths. */
function landAreaIn(reading: Reading): number | null {
  const text = reading.text('landArea');
  if (text === null) return null;
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?亩?$/.exec(bare(text).replaceAll(',', '')) ?? [];
  if (whole !== undefined) return Number(whole + decimals.padEnd(2, '0'));
  reading.wrong('landArea', `“${text}”不是亩数（至多两位小数）`);
  return null;
}

function choiceIn<T>(reading: Reading, column: PlanColumn, named: (text: string) => T | undefined, choices: string) {
  const text = reading.text(column);
  const choice = text === null ? null : named(text);
  if (choice === undefined) reading.wrong(column, `“${text}”不是${choices}`);
  return choice ?? null;
}

const SOURCES = ['central', 'municipal', 'district', 'other'] as const;

/** The year's investment, which its sources add up to where they are given. */
function annualOf(reading: Reading): number {
  const sources = SOURCES.map((source) => reading.amount(source));
  const sum = sources.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  const given = sources.some((amount) => amount !== null);
  const annual = reading.amount('annual');
  if (annual !== null && given && sum !== annual) reading.wrong('annual', '与各资金来源之和不符');
  return annual ?? sum;
}

/** An empty month among filled ones has nothing planned. */
function targetsOf(reading: Reading): number[] | null {
  const targets = MONTHS.map((month) => reading.amount(`month${month}`));
  return targets.every((target) => target === null) ? null : targets.map((target) => target ?? 0);
}

function daysOf(reading: Reading): Pick<PlanRow, 'commencement' | 'completion'> {
  const period = reading.dayText('period');
  const named = period === null ? undefined : periodNamed(period);
  if (period !== null && !named) reading.wrong('period', `“${period}”不是起止年限（如 2022.4-2024.12）`);
  return {
    commencement: dayIn(reading, 'start') ?? named?.from ?? null,
    completion: dayIn(reading, 'completion') ?? named?.to ?? null,
  };
}

function dayIn(reading: Reading, column: 'start' | 'completion'): string | undefined {
  const text = reading.dayText(column);
  const day = text === null ? undefined : dayNamed(text);
  if (text !== null && !day) reading.wrong(column, `“${text}”不是日期`);
  return day;
}

/** The last month of a column such as 1-3月完成投资. */
function throughIn(path: string | undefined): number | null {
  const month = Number(/1-(\d{1,2})月/.exec(path ?? '')?.[1]);
  return month >= 1 && month <= 12 ? month : null;
}
