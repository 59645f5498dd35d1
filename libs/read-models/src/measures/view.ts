import { type Contribution, idOf, type Recorded, type Sum, type View } from '#libs/event-sourcing/pure';
import {
  dayOf,
  type DocumentRef,
  measureDecider,
  type MeasureEvent,
  type MeasureState,
  type Targets,
} from '#libs/domain';

/** A policy measure from its proposal on. */
export interface MeasureDocument {
  readonly id: string;
  readonly sort: string;
  /** Revision of its last event, which is its ETag. */
  readonly revision: number;
  readonly title: string;
  readonly content: string;
  readonly targets: Targets;
  readonly measure: MeasureState;
  /** What the person said who signed it off. */
  readonly opinion: string | null;
  readonly effectiveFrom: string | null;
  readonly document: DocumentRef | null;
  /** From this day on it holds no more. */
  readonly withdrawnOn: string | null;
}

export const measures: View<MeasureDocument> = {
  name: 'measures',
  version: 1,
  indexes: [{ 'state.measure.status': 1, 'state.sort': 1 }],

  keys: ({ stream }) => (stream.startsWith('measure-') ? [idOf(stream)] : []),

  evolve(before, recorded, id) {
    const event = recorded as Recorded<MeasureEvent>;
    const document = before ?? { ...NEW, id, sort: id };
    const measure = measureDecider.evolve(document.measure, event);
    const after = { ...document, revision: event.revision, measure };
    switch (event.type) {
      case 'PolicyProposed': {
        const { title, content, targets } = event.data;
        return { ...after, title, content, targets };
      }
      case 'MeasureSignedOff':
        return { ...after, opinion: event.data.opinion };
      case 'MeasureAdopted':
        return { ...after, effectiveFrom: event.data.effectiveFrom, document: event.data.document };
      case 'MeasureWithdrawn':
        return { ...after, withdrawnOn: dayOf(event.metadata.recordedAt) };
    }
  },

  contributions: hitsOf,
};

const NEW = {
  revision: -1,
  title: '',
  content: '',
  targets: { projects: [], sectors: [] },
  measure: measureDecider.initial,
  opinion: null,
  effectiveFrom: null,
  document: null,
  withdrawnOn: null,
};

/** The summary is a document of this same view: it is the sum of exactly these measures. */
export const sumsOfMeasures = measures as unknown as View<Sum>;

/** How many measures are in force, for each project and each sector that one names. */
export const HITS = 'hits';

function hitsOf({ targets, effectiveFrom, withdrawnOn }: MeasureDocument): Contribution[] {
  if (effectiveFrom === null) return [];
  const names = [
    ...targets.projects.map((project) => `project|${project}`),
    ...targets.sectors.map((sector) => `sector|${sector}`),
  ];
  const each = (day: string, amount: number): Contribution => ({
    sum: HITS,
    day,
    amounts: Object.fromEntries(names.map((name) => [name, amount])),
  });
  if (withdrawnOn === null) return [each(effectiveFrom, 1)];
  // One that was withdrawn before it took effect was never in force.
  return withdrawnOn <= effectiveFrom ? [] : [each(effectiveFrom, 1), each(withdrawnOn, -1)];
}
