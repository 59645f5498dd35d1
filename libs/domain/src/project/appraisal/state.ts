import { type Folds, LATEST, type Series, valueOn, withFact } from '#libs/event-sourcing/pure';
import { type AppraisalEvent, type Strand, STRANDS } from './events.js';

export interface AppraisalState {
  /** Whether each strand of the joint appraisal was passed, from day to day. */
  readonly appraisal: Readonly<Partial<Record<Strand, Series<boolean>>>>;
}

export const INITIAL_APPRAISAL: AppraisalState = { appraisal: {} };

export const FOLDS: Folds<AppraisalState, AppraisalEvent> = {
  StrandAppraised: ({ appraisal }, { revision, data: { occurredOn: on, strand, passed: value } }) => ({
    appraisal: { ...appraisal, [strand]: withFact(appraisal[strand] ?? [], { on, revision, value }) },
  }),
};

/** The joint appraisal is passed once all three strands are. */
export const isAppraised = ({ appraisal }: AppraisalState, day = LATEST): boolean =>
  STRANDS.every((strand) => valueOn(appraisal[strand] ?? [], day) === true);
