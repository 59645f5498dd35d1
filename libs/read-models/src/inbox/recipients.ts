import type { Recorded } from '#libs/event-sourcing/pure';
import type { Level, PlanEvent, ProjectEvent, SubscriberEvent, UnitProjects } from '#libs/domain';
import type { Place } from '../ledgers/view.js';

/** Roles that are told of a project without a place in it. */
export const TOLD_ROLES = ['DISTRICT_LEADER', 'LEADING_GROUP', 'LG_OFFICE'] as const;
export type ToldRole = (typeof TOLD_ROLES)[number];

export interface Recipients {
  /** The places in the project, and the roles, that a notice is for. */
  readonly to: readonly (Place | ToldRole)[];
  /** The units that it names by themselves. */
  readonly units: readonly string[];
}

type Event = ProjectEvent | PlanEvent | SubscriberEvent;
type Of<T extends Event['type']> = Extract<Event, { type: T }>['data'];

/** Whoever holds a level is told what climbs to it. */
const HOLDER = {
  L1_LEGAL_ENTITY: 'LEGAL_ENTITY',
  L2_SECTOR_AUTHORITY: 'SECTOR_AUTHORITY',
  L3_DISTRICT_LEADER: 'DISTRICT_LEADER',
  L4_LEADING_GROUP: 'LEADING_GROUP',
} as const satisfies Record<Level, Recipients['to'][number]>;

const to = (...places: Recipients['to']): Recipients => ({ to: places, units: [] });
const toUnits = (...units: string[]): Recipients => ({ to: [], units });

/** Where the place is still open nobody but the office can act. */
function named({ units }: { readonly units: readonly UnitProjects[] }): Recipients {
  const known = units.flatMap(({ unit }) => unit ?? []);
  return { to: known.length < units.length ? ['LG_OFFICE'] : [], units: known };
}

/** To whom each kind of notice goes. */
const RECIPIENTS: { readonly [T in Event['type']]?: (data: Of<T>) => Recipients } = {
  ReportsReminded: named,
  ReportersMissed: named,
  SilenceEscalated: (data) => (data.to === 'LG_OFFICE' ? to('LG_OFFICE') : named(data)),
  CalendarYearMissed: () => to('LG_OFFICE'),
  BulletinDue: () => to('LG_OFFICE'),
  SupplementOpened: () => to('LG_OFFICE'),
  ReportReturned: () => to('LEGAL_ENTITY'),
  ReportRepairMissed: () => to('LEGAL_ENTITY', 'SECTOR_AUTHORITY'),
  BlockerWarned: ({ level }) => to(HOLDER[level]),
  BlockerEscalated: (data) => to(HOLDER[data.to]),
  BlockerReturnedDown: (data) => to(HOLDER[data.to]),
  BlockerOverdueAtTop: () => to('LEADING_GROUP'),
  TaskOverdue: ({ unit }) => toUnits(unit),
  NodeOverdue: () => to('RESPONSIBLE_UNIT', 'SECTOR_AUTHORITY'),
  MilestoneOverdue: () => to('RESPONSIBLE_UNIT', 'SECTOR_AUTHORITY', 'LG_OFFICE'),
  StartOverdue: () => to('RESPONSIBLE_UNIT', 'SECTOR_AUTHORITY', 'LG_OFFICE'),
  ApprovalExpiring: () => to('LEGAL_ENTITY', 'RESPONSIBLE_UNIT'),
  ApprovalExpired: () => to('LEGAL_ENTITY', 'RESPONSIBLE_UNIT'),
  ProgressLightChanged: () => to('LEGAL_ENTITY', 'RESPONSIBLE_UNIT'),
  WebhookPaused: () => to('LG_OFFICE'),
};

/** The types of the events that tell something to somebody, and the bulletin that is sent out. */
export const NOTICE_KINDS = [...Object.keys(RECIPIENTS), 'BulletinPublished'].sort();

/**
 * Undefined where nobody is told: of other events, of a month in which all had come, of a light that is not red, of a
 * webhook that somebody paused on purpose.
 */
export function recipientsOf({ type, data }: Recorded<Event>): Recipients | undefined {
  if (type === 'ProgressLightChanged' && (data as Of<typeof type>).overall !== 'RED') return undefined;
  if (type === 'WebhookPaused' && (data as Of<typeof type>).cause === 'ASKED') return undefined;
  const recipients = (RECIPIENTS[type] as ((data: object) => Recipients) | undefined)?.(data);
  if ('units' in data && data.units?.length === 0) return undefined;
  return recipients;
}
