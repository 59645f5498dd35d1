import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import { dayOf, type DocumentRef, type OutlineEvent } from '#libs/domain';

/** An item of the five-year outline, with the projects that ever stood for it. */
export interface OutlineItem {
  readonly id: string;
  readonly sort: string;
  readonly revision: number;
  readonly title: string;
  readonly fromYear: number;
  readonly throughYear: number;
  readonly leadUnit: string;
  readonly document: DocumentRef | null;
  /** From when until when, exclusively, or null while it still does. */
  readonly traces: readonly { readonly project: string; readonly from: string; readonly to: string | null }[];
  /** Whether some project stands for it now, for filtering. */
  readonly covered: boolean;
}

export const outline: View<OutlineItem> = {
  name: 'outline',
  version: 1,
  indexes: [{ 'state.covered': 1, 'state.sort': 1 }, { 'state.sort': 1 }],
  keys: ({ stream }) => (stream.startsWith('outline-') ? [idOf(stream)] : []),
  evolve(before, recorded, id) {
    const event = recorded as Recorded<OutlineEvent>;
    const item: OutlineItem = { ...(before ?? { ...EMPTY, id, sort: id }), revision: event.revision };
    const on = dayOf(event.metadata.recordedAt);
    switch (event.type) {
      case 'OutlineItemListed':
        return { ...item, ...event.data };
      case 'ProjectTraced':
        return withTraces(item, [...item.traces, { project: event.data.project, from: on, to: null }]);
      case 'ProjectUntraced':
        return withTraces(
          item,
          item.traces.map((trace) =>
            trace.project === event.data.project && trace.to === null ? { ...trace, to: on } : trace,
          ),
        );
    }
  },
};

const EMPTY: Omit<OutlineItem, 'id' | 'sort'> = {
  revision: -1,
  title: '',
  fromYear: 0,
  throughYear: 0,
  leadUnit: '',
  document: null,
  traces: [],
  covered: false,
};

const withTraces = (item: OutlineItem, traces: OutlineItem['traces']): OutlineItem => ({
  ...item,
  traces,
  covered: traces.some(({ to }) => to === null),
});
