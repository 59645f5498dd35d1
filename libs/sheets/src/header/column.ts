/** A column that a kind of workbook knows. */
export interface ColumnSpec<Name extends string> {
  readonly name: Name;
  /** The labels above it from top to bottom, joined by `/`, without units, brackets and spaces. */
  readonly path: RegExp;
  readonly isAmount?: true;
  /** Whose unit counts where its own header names none. */
  readonly unitOf?: 'annual';
  readonly isRequired?: true;
  /** Names and numbers of people: read by nobody, kept nowhere. */
  readonly isPersonal?: true;
}

export const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
export type MonthColumn = `month${(typeof MONTHS)[number]}`;

/** 1月 … 12月, on their own or below a common header. */
export const monthColumns: readonly ColumnSpec<MonthColumn>[] = MONTHS.map((month) => ({
  name: `month${month}`,
  path: new RegExp(`(^|/)0?${month}月份?(计划|目标)?(完成)?(投资)?$`),
  isAmount: true,
  unitOf: 'annual',
}));
