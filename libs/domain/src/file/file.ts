import { type Decider, decideBy, evolveBy, type Rules } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import type { FileCommand } from './commands.js';
import type { FileEvent } from './events.js';

export interface FileState {
  readonly erased: boolean;
}

export const fileStream = (sha256: string): string => `file-${sha256}`;

const RULES: Rules<FileState, FileCommand, FileEvent> = {
  EraseFile: ({ reason }, { erased }) => (erased ? [] : [{ type: 'FileErased', data: { reason } }]),
};

/** A file by its hash: bytes are kept outside the log, that they were erased is kept in it. */
export const fileDecider: Decider<FileState, FileCommand, FileEvent> = {
  initial: { erased: false },
  evolve: evolveBy({ FileErased: () => ({ erased: true }) }),
  decide: withNothingPersonal(decideBy(RULES)),
};
