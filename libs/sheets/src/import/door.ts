import type { Envelope, Outcome } from '#libs/event-sourcing';

/** The way in: the same door that HTTP knocks at. */
export interface ImportDoor {
  /** How many events the commands would lead to; throws the `Refusal` that they would meet. */
  rehearse(envelopes: readonly Envelope[]): Promise<number>;
  /** Commands on one stream, all or none; throws `Refusal`, any other error leaves the outcome unknown. */
  handleTogether(envelopes: readonly [Envelope, ...Envelope[]]): Promise<Outcome>;
  stateOf<S>(stream: string): Promise<S>;
}

/** What is known of projects and units by the names that sheets use. */
export interface Register {
  /** Ids of the projects that are called so now. */
  projectsNamed(name: string): readonly string[];
  /** The id of the unit that is called so now, or that has this id; undefined if there is none, or more than one. */
  unitNamed(name: string): string | undefined;
}
