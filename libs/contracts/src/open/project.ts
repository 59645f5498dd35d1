import type { Category, Details, Milestone, Status } from '#libs/domain';

interface Unit {
  readonly id: string;
  /** Null where nobody registered it. */
  readonly name: string | null;
}

/** What everybody may know of a project as it stands; amounts in the smallest unit of its currency, days YYYY-MM-DD. */
export interface OpenProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly sector: string | null;
  readonly town: string | null;
  readonly nature: Details['nature'];
  readonly investmentType: Details['investmentType'];
  /** ISO 4217 */
  readonly currency: string;
  readonly totalInvestment: number | null;
  /** Each status and the day from which it held, earliest first. */
  readonly statuses: readonly { readonly on: string; readonly status: Status }[];
  readonly responsibleUnit: Unit | null;
  readonly legalEntity: Unit | null;
  readonly leadAuthority: Unit | null;
  readonly supportingUnits: readonly Unit[];
  readonly milestones: readonly { readonly milestone: Milestone; readonly plannedOn: string }[];
  /** The plans that it is a member of, earliest first, with what of each is completed. */
  readonly plans: readonly {
    readonly year: number;
    readonly category: Category;
    readonly annualInvestment: number;
    readonly completed: number;
  }[];
  /** Accepted investment of each month, earliest first. */
  readonly months: readonly { readonly month: string; readonly amount: number }[];
}

/** The first day on which it had a status; null if it never had. */
export const firstDayOf = ({ statuses }: OpenProject, wanted: Status): string | null =>
  statuses.find(({ status }) => status === wanted)?.on ?? null;
