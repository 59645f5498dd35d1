import type {
  BulletinCommand,
  LeadingGroupCommand,
  PlanCommand,
  ProjectCommand,
  Role,
  UnitCommand,
} from '#libs/domain';

/** Who asks: enough for a token. */
export interface As {
  readonly role: Role;
  readonly unit: string | null;
  readonly subject: string;
}

/**
 * One command over HTTP. The ids of created things come from answers, so path and body name them by what the script
 * calls them, in braces: `/api/v1/projects/{p001}/suspend`; `learns` says which name the answer's id gets.
 */
export interface Step {
  readonly as: As;
  readonly method: 'POST';
  readonly path: string;
  readonly body: object;
  /** Idempotency-Key: a step that is repeated changes nothing. */
  readonly key: string;
  /** The resource whose revision the answer tells, and which If-Match 'latest' repeats. */
  readonly resource: string;
  readonly ifMatch?: 'latest';
  readonly learns?: string;
  /** Status of the answer; any 2xx without it. */
  readonly expect?: number;
}

/** An instant of the year; its groups run side by side, the steps of a group in order. No groups: only time passes. */
export interface Moment {
  readonly at: string;
  readonly groups: readonly (readonly Step[])[];
  /** The month about which everything is known when this moment is over. */
  readonly closes?: string;
}

export interface YearScript {
  readonly year: number;
  readonly moments: readonly Moment[];
}

/** Where the caller overwrites what they saw. */
const OVERWRITING: readonly string[] = [
  'ChangeDetails',
  'AssignResponsibilities',
  'ChangeTotalInvestment',
  'RescheduleMilestone',
  'AmendReport',
  'IncludeProject',
  'RemoveProject',
  'PublishPlan',
];

/** What of the leading group the year has. */
export type GroupCommand = Extract<LeadingGroupCommand, { type: 'FormLeadingGroup' | 'AssignLeaderPortfolio' }>;

type Called = { readonly as: As; readonly day: string; readonly learns?: string };
const BASE = '/api/v1';

/** A command on a project, which the script calls `ref`. */
export function projectStep(called: Called, ref: string, command: ProjectCommand): Step {
  const { type, ...fields } = command;
  const resource = `${BASE}/projects/{${ref}}`;
  if (type === 'RegisterProject') return step(called, type, resource, `${BASE}/projects`, fields);
  if ('task' in fields) {
    const { task, ...body } = fields;
    return step(called, type, resource, `${resource}/tasks/${task}/${kebab(type).split('-')[0]}`, body);
  }
  // A task may be for a blocker, and is no command on it.
  if (!('blocker' in fields) || type === 'AssignTask')
    // The path says already that it is a project.
    return step(called, type, resource, `${resource}/${kebab(type).replace('-project', '')}`, fields);
  const { blocker, ...body } = fields;
  return step(called, type, resource, `${resource}/blockers/${blocker}/${kebab(type).split('-')[0]}`, body);
}

export function planStep(called: Called, year: number, command: PlanCommand): Step {
  const { type, ...fields } = command;
  const resource = `${BASE}/plans/${year}`;
  if (type === 'DraftPlan') return step(called, type, resource, `${BASE}/plans`, { year, ...fields });
  // The path says already that it is a plan.
  return step(called, type, resource, `${resource}/${kebab(type).replace('-plan', '')}`, fields);
}

export function unitStep(called: Called, unit: string, command: Extract<UnitCommand, { type: 'RegisterUnit' }>): Step {
  const { type, ...fields } = command;
  return step(called, type, `${BASE}/units/${unit}`, `${BASE}/units`, { unit, ...fields });
}

export function groupStep(called: Called, command: GroupCommand): Step {
  const { type, ...fields } = command;
  const resource = `${BASE}/groups/leading`;
  if (!('sectors' in fields)) return step(called, type, resource, `${resource}/form`, fields);
  const { leader, ...body } = fields;
  return step(called, type, resource, `${resource}/portfolios/${leader}/assign`, body);
}

/** A bulletin as people write it: its figures are read by the API. */
export type WrittenBulletin =
  | Omit<Extract<BulletinCommand, { type: 'DraftBulletin' }>, 'position' | 'figures'>
  | Extract<BulletinCommand, { type: 'IssueBulletin' | 'PublishBulletin' }>;

/** A command on a bulletin, which the script calls `ref`. */
export function bulletinStep({ as, day }: Called, ref: string, command: WrittenBulletin): Step {
  const { type, ...fields } = command;
  const resource = `${BASE}/bulletins/{${ref}}`;
  if (type === 'DraftBulletin') return step({ as, day, learns: ref }, type, resource, `${BASE}/bulletins`, fields);
  return step({ as, day }, type, resource, `${resource}/${kebab(type).replace('-bulletin', '')}`, fields);
}

/** The fields by which steps of one day and path differ. */
const DISTINGUISHING = ['project', 'month', 'unit'];

function step({ as, day, learns }: Called, type: string, resource: string, path: string, body: object): Step {
  const of = Object.entries(body).flatMap(([field, value]) => (DISTINGUISHING.includes(field) ? [String(value)] : []));
  const creates = learns !== undefined || type === 'DraftPlan' || type === 'RegisterUnit';
  return {
    as,
    method: 'POST',
    path,
    body,
    key: ['demo', day, ...path.slice(BASE.length + 1).split('/'), learns ?? '', ...of]
      .map((part) => part.replace(/[{}]/g, ''))
      .filter((part) => part !== '')
      .join(':'),
    resource,
    ...(OVERWRITING.includes(type) && { ifMatch: 'latest' as const }),
    ...(learns !== undefined && { learns }),
    ...(creates && { expect: 201 }),
  };
}

const kebab = (type: string): string => type.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/** What was learnt so far put in place of the names in braces. */
export const filled = (text: string, learnt: ReadonlyMap<string, string>): string =>
  text.replace(/\{([a-z]\d+)\}/g, (_, name: string) => {
    const id = learnt.get(name);
    if (id === undefined) throw new Error(`the script names ${name} before an answer told its id`);
    return id;
  });
