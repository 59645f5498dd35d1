import type { Actor } from '#libs/event-sourcing';
import type { ImportDoor, Register } from './door.js';
import type { Given } from './kind.js';

export interface ImportRequest {
  readonly bytes: Buffer;
  readonly actor: Actor;
  /** YYYY-MM-DD in the district. */
  readonly today: string;
  readonly given: Given;
  readonly door: ImportDoor;
  readonly register: Register;
  onProgress?(done: number, total: number): void;
}
