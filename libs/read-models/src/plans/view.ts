import { type Recorded, type View } from '#libs/event-sourcing/pure';
import {
  type ControlTotals,
  dayOf,
  type Disposition,
  type DocumentRef,
  planYearOf,
  type PlanEvent,
  type RollingLine,
} from '#libs/domain';

/** The plan as it was published, or as one batch left it. */
export interface PlanVersion {
  readonly version: number;
  /** Of the plan's stream; a line of this version is the last one up to it. */
  readonly revision: number;
  readonly on: string;
  /** Null for the publication. */
  readonly batch: string | null;
  readonly declared: ControlTotals;
  readonly approvedBy: string;
  readonly document: DocumentRef;
}

/** A year's plan: what was declared, its versions, its reporting months and how the year was closed. */
export interface PlanDocument {
  readonly year: number;
  readonly revision: number;
  /** Of the draft, and later of the newest version. */
  readonly declared: ControlTotals | null;
  readonly versions: readonly PlanVersion[];
  readonly months: readonly { readonly month: string; readonly opensAt: string; readonly dueAt: string }[];
  /** Months whose figures the office signed, and when. */
  readonly closings: readonly { readonly month: string; readonly on: string }[];
  /** Issued bulletins, the first one on each month. */
  readonly bulletins: readonly { readonly month: string; readonly bulletin: string; readonly on: string }[];
  readonly dispositions: Readonly<Record<string, Disposition>>;
  readonly closedOn: string | null;
  /** Project → 分 invested up to the year's end, once the year is closed. */
  readonly bases: Readonly<Record<string, number>>;
  readonly rolling: { readonly through: number; readonly lines: readonly RollingLine[] } | null;
}

export const plans: View<PlanDocument> = {
  name: 'plans',
  monthly: true,
  version: 3,
  keys: ({ stream }) => (stream.startsWith('plan-') ? [String(planYearOf(stream))] : []),
  evolve(before, recorded, key) {
    const event = recorded as Recorded<PlanEvent>;
    const plan: PlanDocument = { ...(before ?? { ...EMPTY, year: Number(key) }), revision: event.revision };
    const on = dayOf(event.metadata.recordedAt);
    switch (event.type) {
      case 'PlanDrafted':
        return { ...plan, declared: event.data.declared };
      case 'PlanEntryIncluded':
      case 'PlanEntryRemoved':
      case 'PlanSucceeded':
      case 'CalendarYearMissed':
      case 'ReportersMissed':
      case 'ReportsReminded':
      case 'ReminderLapsed':
      case 'SilenceEscalated':
      case 'SupplementOpened':
      case 'BulletinDue':
      case 'MonthEnded':
        return plan;
      case 'PlanPublished': {
        const { approvedBy, document } = event.data;
        return withVersion(plan, { on, batch: null, declared: plan.declared!, approvedBy, document });
      }
      case 'BatchApplied': {
        const { batch, declared, approvedBy, document } = event.data;
        return withVersion({ ...plan, declared }, { on, batch, declared, approvedBy, document });
      }
      case 'ReportingMonthOpened': {
        const { month, opensAt, dueAt } = event.data;
        return { ...plan, months: [...plan.months, { month, opensAt, dueAt }] };
      }
      case 'MonthClosed':
        return { ...plan, closings: [...plan.closings, { month: event.data.month, on }] };
      case 'BulletinNoted': {
        const { month, bulletin } = event.data;
        return { ...plan, bulletins: [...plan.bulletins, { month, bulletin, on }] };
      }
      case 'DispositionsRecorded': {
        const told = event.data.dispositions.map(({ project, disposition }) => [project, disposition] as const);
        return { ...plan, dispositions: { ...plan.dispositions, ...Object.fromEntries(told) } };
      }
      case 'YearClosed': {
        const bases = Object.fromEntries(event.data.bases.map(({ project, toYearEnd }) => [project, toYearEnd]));
        return { ...plan, closedOn: on, bases };
      }
      case 'BaseAdjusted':
        return { ...plan, bases: { ...plan.bases, [event.data.project]: event.data.toYearEnd } };
      case 'PlanRolledForward': {
        const { through, lines } = event.data;
        return { ...plan, rolling: { through, lines } };
      }
    }
  },
};

const EMPTY: Omit<PlanDocument, 'year'> = {
  revision: -1,
  declared: null,
  versions: [],
  months: [],
  closings: [],
  bulletins: [],
  dispositions: {},
  closedOn: null,
  bases: {},
  rolling: null,
};

const withVersion = (plan: PlanDocument, version: Omit<PlanVersion, 'version' | 'revision'>): PlanDocument => ({
  ...plan,
  versions: [...plan.versions, { version: plan.versions.length + 1, revision: plan.revision, ...version }],
});
