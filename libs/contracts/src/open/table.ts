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
const newestPlan = ({ plans }: OpenProject) => plans.at(-1);

/** One row is one project as it stands; what is not known is empty. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', title: '标识', description: 'Stays the same for ever.', type: 'string', of: ({ id }) => id },
  {
    name: 'code',
    title: '项目代码',
    description: 'As the state’s platform gave it.',
    type: 'string',
    of: ({ code }) => code,
  },
  { name: 'name', title: '项目名称', description: 'The name as it is now.', type: 'string', of: ({ name }) => name },
  { name: 'sector', title: '行业', description: 'Code of policy data.', type: 'string', of: ({ sector }) => sector },
  {
    name: 'town',
    title: '镇街',
    description: 'The town that sums count it to.',
    type: 'string',
    of: ({ town }) => town,
  },
  {
    name: 'nature',
    title: '建设性质',
    description: '新建, 扩建, 改建',
    type: 'string',
    values: NATURES,
    of: ({ nature }) => nature,
  },
  {
    ...{
      name: 'investment_type',
      title: '投资类型',
      description: '审批, 核准, 备案',
      type: 'string',
      values: INVESTMENT_TYPES,
    },
    of: ({ investmentType }) => investmentType,
  },
  {
    ...{ name: 'status', title: '状态', type: 'string', values: STATUSES },
    description: '谋划, 储备, 前期, 计划新开工, 在建, 停工, 竣工, 投用, 终止',
    of: ({ statuses }) => statuses.at(-1)?.status ?? null,
  },
  ...(
    [
      ['responsible_unit', '责任单位', ({ responsibleUnit }) => responsibleUnit],
      ['legal_entity', '项目法人', ({ legalEntity }) => legalEntity],
      ['lead_authority', '牵头部门', ({ leadAuthority }) => leadAuthority],
    ] satisfies [string, string, (project: OpenProject) => OpenProject['legalEntity']][]
  ).map(([name, title, unit]): Column => ({
    ...{ name, title, description: 'Its name now, or its id where it is not registered.', type: 'string' },
    of: (project) => unit(project)?.name ?? unit(project)?.id ?? null,
  })),
  { name: 'currency', title: '币种', description: 'ISO 4217', type: 'string', of: ({ currency }) => currency },
  {
    ...{
      name: 'total_investment_fen',
      title: '总投资（分）',
      description: 'Smallest unit of the currency.',
      type: 'integer',
    },
    of: ({ totalInvestment }) => totalInvestment,
  },
  {
    ...{ name: 'plan_year', title: '计划年度', description: 'The newest plan that it is a member of.', type: 'year' },
    of: (project) => newestPlan(project)?.year ?? null,
  },
  {
    ...{
      name: 'plan_category',
      title: '计划类别',
      description: '计划新开工, 续建, 前期',
      type: 'string',
      values: CATEGORIES,
    },
    of: (project) => newestPlan(project)?.category ?? null,
  },
  {
    ...{ name: 'annual_investment_fen', title: '年度计划投资（分）', description: 'Of that plan.', type: 'integer' },
    of: (project) => newestPlan(project)?.annualInvestment ?? null,
  },
  {
    ...{
      name: 'completed_fen',
      title: '年度累计完成投资（分）',
      description: 'Accepted of that year so far.',
      type: 'integer',
    },
    of: (project) => newestPlan(project)?.completed ?? null,
  },
  {
    name: 'planned_start',
    title: '计划开工',
    description: 'As scheduled now.',
    type: 'date',
    of: planned('COMMENCEMENT'),
  },
  {
    name: 'planned_completion',
    title: '计划竣工',
    description: 'As scheduled now.',
    type: 'date',
    of: planned('COMPLETION'),
  },
  {
    name: 'started',
    title: '开工',
    description: 'Day of the start.',
    type: 'date',
    of: (project) => firstDayOf(project, 'UNDER_CONSTRUCTION'),
  },
  {
    name: 'completed',
    title: '竣工',
    description: 'Day of acceptance.',
    type: 'date',
    of: (project) => firstDayOf(project, 'COMPLETED'),
  },
  {
    name: 'in_service',
    title: '投用',
    description: 'Day from which it is in use.',
    type: 'date',
    of: (project) => firstDayOf(project, 'IN_SERVICE'),
  },
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
