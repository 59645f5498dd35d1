import { type Actor, atOnePosition } from '#libs/event-sourcing';
import { dayOf } from '#libs/domain';
import { awaitPosition, type Runtime } from '#libs/platform';
import { namesOn, PROJECTION } from '#libs/read-models';
import { answerOf, type Given, type ImportDoor, type Imported, type ImportKindName, IMPORTS } from '#libs/sheets';

/** How long the views may take to show what came before: an import has more time than a question. */
export const FOLLOW_MILLISECONDS = 120_000;

export interface ImportOrder {
  readonly kind: ImportKindName;
  readonly bytes: Buffer;
  readonly actor: Actor;
  readonly given: Given;
  onProgress?(done: number, total: number): void;
}

/** What an import did, and the workbook to give back. */
export interface ImportOutcome {
  readonly imported: Imported;
  readonly answer: Buffer;
}

/** Imports a workbook through the command door; names are looked up in views that have seen all that came before. */
export async function runImport(
  { door, store, db, clock }: Runtime,
  { kind, ...order }: ImportOrder,
  way: ImportDoor = wayThrough(door),
): Promise<ImportOutcome> {
  await awaitPosition(db, await store.end(), FOLLOW_MILLISECONDS);
  const { result: register } = await atOnePosition(db, PROJECTION, namesOn);
  const today = dayOf(clock.now().toISOString());
  const imported = await IMPORTS[kind]({ ...order, today, door: way, register });
  return { imported, answer: await answerOf(imported) };
}

export const wayThrough = (door: Runtime['door']): ImportDoor => ({
  rehearse: (envelopes) => door.rehearse(envelopes),
  handleTogether: (envelopes) => door.handleTogether(envelopes),
  stateOf: async <S>(stream: string) => (await door.streams.load<S>(stream)).state,
});
