import type { DocumentRef } from '../facts.js';
import type { Command } from '../shapes.js';

/** Years: both inclusive. */
export type OutlineCommand =
  | Command<
      'ListOutlineItem',
      { title: string; fromYear: number; throughYear: number; leadUnit: string; document: DocumentRef }
    >
  | Command<'TraceProject', { project: string }>
  | Command<'UntraceProject', { project: string; reason: string }>;
