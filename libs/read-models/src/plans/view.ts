import { type Recorded, type View } from '#libs/event-sourcing/pure';
import { type ControlTotals, dayOf, type DocumentRef, planYearOf, type PlanEvent } from '#libs/domain';

/** A year's plan: what was declared, when it was published, and its reporting months. */
export interface PlanDocument {
  readonly year: number;
  readonly revision: number;
  readonly declared: ControlTotals | null;
  readonly publishedOn: string | null;
  readonly approvedBy: string | null;
  readonly document: DocumentRef | null;
  readonly months: readonly { readonly month: string; readonly opensAt: string; readonly dueAt: string }[];
}

export const plans: View<PlanDocument> = {
  name: 'plans',
  version: 1,
  keys: ({ stream }) => (stream.startsWith('plan-') ? [String(planYearOf(stream))] : []),
  evolve(before, recorded, key) {
    const event = recorded as Recorded<PlanEvent>;
    const plan: PlanDocument = { ...(before ?? { ...EMPTY, year: Number(key) }), revision: event.revision };
    switch (event.type) {
      case 'PlanDrafted':
        return { ...plan, declared: event.data.declared };
      case 'PlanEntryIncluded':
      case 'PlanEntryRemoved':
        return plan;
      case 'PlanPublished': {
        const { approvedBy, document } = event.data;
        return { ...plan, approvedBy, document, publishedOn: dayOf(event.metadata.recordedAt) };
      }
      case 'ReportingMonthOpened': {
        const { month, opensAt, dueAt } = event.data;
        return { ...plan, months: [...plan.months, { month, opensAt, dueAt }] };
      }
    }
  },
};

const EMPTY = { revision: -1, declared: null, publishedOn: null, approvedBy: null, document: null, months: [] };
