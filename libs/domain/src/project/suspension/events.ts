import type { DocumentRef } from '../../facts.js';
import type { Dated, Event } from '../../shapes.js';

export type SuspensionEvent =
  /** The office approved a standstill: the project's time progress pauses from that day until its last one, or until work goes on. */
  Event<'SuspensionRecognised', Dated & { until: string | null; reason: string; document: DocumentRef }>;
