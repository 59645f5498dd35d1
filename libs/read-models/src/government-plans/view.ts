import { type Recorded, type View } from '#libs/event-sourcing/pure';
import { dayOf, type DocumentRef, type GovernmentPlanEvent, type SourcedAmount } from '#libs/domain';

/** The three-year rolling plan of government projects that begins with a year, and its annual investment plan. */
export interface GovernmentPlanDocument {
  readonly year: number;
  readonly revision: number;
  readonly through: number;
  readonly publishedOn: string | null;
  readonly approvedBy: string | null;
  readonly document: DocumentRef | null;
  readonly lines: Readonly<Record<string, readonly SourcedAmount[]>>;
  readonly adjustments: readonly {
    readonly on: string;
    readonly project: string;
    readonly reason: string;
    readonly approvedBy: string;
    readonly document: DocumentRef;
  }[];
}

export const governmentPlans: View<GovernmentPlanDocument> = {
  name: 'government-plans',
  version: 1,
  keys: (event) =>
    event.stream.startsWith('government-') ? [String((event as Recorded<GovernmentPlanEvent>).data.year)] : [],
  evolve(before, recorded, key) {
    const event = recorded as Recorded<GovernmentPlanEvent>;
    const plan: GovernmentPlanDocument = { ...(before ?? { ...EMPTY, year: Number(key) }), revision: event.revision };
    const on = dayOf(event.metadata.recordedAt);
    switch (event.type) {
      case 'GovernmentPlanDrafted':
        return { ...plan, through: event.data.through };
      case 'GovernmentLineSet':
        return withLine(plan, event.data.project, event.data.amounts);
      case 'GovernmentLineRemoved':
        return withLine(plan, event.data.project, []);
      case 'GovernmentPlanPublished': {
        const { approvedBy, document } = event.data;
        return { ...plan, publishedOn: on, approvedBy, document };
      }
      case 'GovernmentLineAdjusted': {
        const { project, amounts, reason, approvedBy, document } = event.data;
        const adjustments = [...plan.adjustments, { on, project, reason, approvedBy, document }];
        return withLine({ ...plan, adjustments }, project, amounts);
      }
    }
  },
};

const EMPTY: Omit<GovernmentPlanDocument, 'year'> = {
  revision: -1,
  through: 0,
  publishedOn: null,
  approvedBy: null,
  document: null,
  lines: {},
  adjustments: [],
};

/** A line without amounts is none. */
function withLine(plan: GovernmentPlanDocument, project: string, amounts: readonly SourcedAmount[]) {
  const { [project]: _, ...others } = plan.lines;
  return { ...plan, lines: amounts.length === 0 ? others : { ...others, [project]: amounts } };
}
