import { CATEGORIES, INVESTMENT_TYPES, NATURES, STATUSES } from '#libs/domain';
import type { Json } from '../schema.js';
import { firstDayOf, type OpenProject } from './project.js';

/** A column of the open data: what the data dictionary says of it, and what a project has in it. */
interface Column {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'integer' | 'year' | 'date';
  readonly values?: readonly string[];
  readonly of: (project: OpenProject) => string | number | null;
}

const planned =
  (wanted: 'COMMENCEMENT' | 'COMPLETION') =>
  ({ milestones }: OpenProject) =>
    milestones.find(({ milestone }) => milestone === wanted)?.plannedOn ?? null;

/** Of the newest plan that it is a member of. */
const inNewestPlan =
  (field: 'year' | 'category' | 'annualInvestment' | 'completed') =>
  ({ plans }: OpenProject) =>
    plans.at(-1)?.[field] ?? null;

const column = (
  name: string,
  title: string,
  type: Column['type'],
  description: string,
  of: Column['of'],
  values?: readonly string[],
): Column => ({ name, title, description, type, of, ...(values && { values }) });

const unitColumn = (name: string, title: string, unit: (project: OpenProject) => OpenProject['legalEntity']): Column =>
  column(name, title, 'string', 'Its name now, or its id where it is not registered.', (project) => {
    const held = unit(project);
    return held?.name ?? held?.id ?? null;
  });

const STATUS_WORDS = '谋划, 储备, 前期, 计划新开工, 在建, 停工, 竣工, 投用, 终止';
const statusOf = ({ statuses }: OpenProject) => statuses.at(-1)?.status ?? null;

/** One row is one project as it stands; what is not known is empty. */
export const COLUMNS: readonly Column[] = [
  column('id', '标识', 'string', 'Stays the same for ever.', ({ id }) => id),
  column('code', '项目代码', 'string', 'As the state’s platform gave it.', ({ code }) => code),
  column('name', '项目名称', 'string', 'The name as it is now.', ({ name }) => name),
  column('sector', '行业', 'string', 'Code of policy data.', ({ sector }) => sector),
  column('town', '镇街', 'string', 'The town that sums count it to.', ({ town }) => town),
  column('nature', '建设性质', 'string', '新建, 扩建, 改建', ({ nature }) => nature, NATURES),
  column(
    'investment_type',
    '投资类型',
    'string',
    '审批, 核准, 备案',
    ({ investmentType }) => investmentType,
    INVESTMENT_TYPES,
  ),
  column('status', '状态', 'string', STATUS_WORDS, statusOf, STATUSES),
  unitColumn('responsible_unit', '责任单位', ({ responsibleUnit }) => responsibleUnit),
  unitColumn('legal_entity', '项目法人', ({ legalEntity }) => legalEntity),
  unitColumn('lead_authority', '牵头部门', ({ leadAuthority }) => leadAuthority),
  column('currency', '币种', 'string', 'ISO 4217', ({ currency }) => currency),
  column('total_investment_fen', '总投资（分）', 'integer', 'Smallest unit of the currency.', (p) => p.totalInvestment),
  column('plan_year', '计划年度', 'year', 'The newest plan that it is a member of.', inNewestPlan('year')),
  column('plan_category', '计划类别', 'string', '计划新开工, 续建, 前期', inNewestPlan('category'), CATEGORIES),
  column('annual_investment_fen', '年度计划投资（分）', 'integer', 'Of that plan.', inNewestPlan('annualInvestment')),
  column(
    'completed_fen',
    '年度累计完成投资（分）',
    'integer',
    'Accepted of that year so far.',
    inNewestPlan('completed'),
  ),
  column('planned_start', '计划开工', 'date', 'As scheduled now.', planned('COMMENCEMENT')),
  column('planned_completion', '计划竣工', 'date', 'As scheduled now.', planned('COMPLETION')),
  column('started', '开工', 'date', 'Day of the start.', (project) => firstDayOf(project, 'UNDER_CONSTRUCTION')),
  column('completed', '竣工', 'date', 'Day of acceptance.', (project) => firstDayOf(project, 'COMPLETED')),
  column('in_service', '投用', 'date', 'Day from which it is in use.', (project) => firstDayOf(project, 'IN_SERVICE')),
];

/** The row of a project under the names of the columns. */
const rowOf = (project: OpenProject): Readonly<Record<string, string | number | null>> =>
  Object.fromEntries(COLUMNS.map(({ name, of }) => [name, of(project)]));

/** All of them as CSV, which begins with a byte order mark, by which spreadsheets know UTF-8, and the names of the columns. */
export async function* csvOf(projects: AsyncIterable<OpenProject>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(COLUMNS.map(({ name }) => name))}`;
  for await (const project of projects) yield csvLine(Object.values(rowOf(project)));
}

/** All of them as JSON Lines. */
export async function* jsonLinesOf(projects: AsyncIterable<OpenProject>): AsyncGenerator<string> {
  for await (const project of projects) yield `${JSON.stringify(rowOf(project))}\n`;
}

/** A line of CSV (RFC 4180); a text that a spreadsheet would take for a formula begins with an apostrophe. */
const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? quoted(cell.replace(FORMULA, "'$&")) : (cell ?? ''))).join(',')}\r\n`;

const FORMULA = /^[=+\-@\t\r]/;
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The data dictionary: a Data Package (Frictionless) whose table schema is the columns. */
export function dataPackage(): Json {
  const fields = COLUMNS.map(({ name, title, description, type, values }) => ({
    ...{ name, title, description, type },
    constraints: { ...(name === 'id' && { required: true, unique: true }), ...(values && { enum: values }) },
  }));
  const schema = { fields, primaryKey: 'id', missingValues: [''] };
  const resource = { encoding: 'utf-8', schema };
  return {
    ...{ name: 'key-projects', title: '重点项目', profile: 'data-package' },
    resources: [
      {
        name: 'projects',
        path: 'projects.csv',
        format: 'csv',
        mediatype: 'text/csv',
        profile: 'tabular-data-resource',
        ...resource,
      },
      { name: 'projects-lines', path: 'projects.jsonl', format: 'jsonl', mediatype: 'application/jsonl', ...resource },
    ],
  };
}
