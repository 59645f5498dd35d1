import type { DocumentRef } from '../../facts.js';
import type { Dated, Event } from '../../shapes.js';

/** 空间, 用地, 技术: the strands of the joint appraisal (协同论证). */
export const STRANDS = ['SPACE', 'LAND', 'TECHNIQUE'] as const;
export type Strand = (typeof STRANDS)[number];

export type AppraisalEvent =
  /** One strand of the joint appraisal was passed or failed on a day. */
  Event<'StrandAppraised', Dated & { strand: Strand; passed: boolean; document: DocumentRef }>;
