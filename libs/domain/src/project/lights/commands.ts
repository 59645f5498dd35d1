import type { DocumentRef } from '../../facts.js';
import type { Dimension } from '../../policy/lights.js';
import type { Command } from '../../shapes.js';

export type LightCommand =
  /** until: the last day on which the excuse holds, today or later. */
  Command<'GrantExcuse', { dimension: Dimension; until: string; reason: string; document: DocumentRef }>;
