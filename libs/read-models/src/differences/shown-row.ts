import {
  inLogOrder,
  type Position,
  type ReadStream,
  type Recorded,
  type Step,
  stepsOf,
  type View,
} from '#libs/event-sourcing/pure';
import { planStream, projectStream } from '#libs/domain';
import type { ListRow } from '../lists/row.js';
import { listRows } from '../lists/view.js';
import { type PlanDocument, plans } from '../plans/view.js';

/** A row together with its plan as published, without which neither list nor dashboard shows it. */
export interface ShownRow {
  readonly row: ListRow | null;
  readonly plan: PlanDocument | null;
}

/** Follows a project's row through the project's own stream and what of the year's plan concerns it. */
export function shownRowSteps(
  read: ReadStream,
  id: string,
  year: number,
  upTo: { readonly from: Position; readonly to: Position },
  ofPlan: AsyncIterable<Recorded> = read(planStream(year)),
): AsyncGenerator<Step<ShownRow>> {
  const view: View<ShownRow> = {
    name: 'shown-row',
    version: 1,
    keys: (event) => (isPublication(event) || listRows.keys(event).includes(id) ? [id] : []),
    evolve: (before, event) => {
      const { row, plan } = before ?? { row: null, plan: null };
      return isPublication(event)
        ? { row, plan: plans.evolve(plan, event, String(year)) }
        : { row: listRows.evolve(row, event, id), plan };
    },
  };
  return stepsOf(view, id, inLogOrder([read(projectStream(id)), ofPlan]), upTo);
}

export const isPublication = ({ type }: Recorded): boolean => type === 'PlanPublished';
