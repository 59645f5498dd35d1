import type { AnyView, Recorded } from '#libs/event-sourcing';

/** One id of sixteen begins like this. */
const isPoison = (id: string): boolean => id.startsWith('0');

function refuse(what: string): never {
  throw new Error(`${what} is poison`);
}

/** Of the rows some cannot follow an event and some cannot be summed; of the measures' streams some tell no document. */
const POISONS: Readonly<Record<string, (view: AnyView) => AnyView>> = {
  'list-rows': (view) => ({
    ...view,
    evolve: (state: object | null, event: Recorded, key: string) =>
      isPoison(event.id) ? refuse(event.id) : (view.evolve(state, event, key) as object | null),
    contributions: (state: { readonly id: string }) =>
      isPoison(state.id) ? refuse(state.id) : view.contributions!(state),
  }),
  'project-names': (view) => ({
    ...view,
    keys: (event) => (isPoison(event.id) ? refuse(event.id) : view.keys(event)),
  }),
};

/** A view as the code of an earlier day had it, which some events and documents were too much for. */
export const poisoned = (view: AnyView): AnyView => POISONS[view.name]?.(view) ?? view;
