import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';
import type { Strand } from './events.js';

export type AppraisalCommand = Command<
  'AppraiseStrand',
  { occurredOn: string; strand: Strand; passed: boolean; document: DocumentRef }
>;
