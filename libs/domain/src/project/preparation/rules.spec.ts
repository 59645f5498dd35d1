import { DOCUMENT, OFFICE, planWith, policies, project } from '../../testing.js';
import { COMMENCED, ENTERED, EXAMPLES, granted, planAdopted, registered } from '../examples.js';
import { NODE_TIMES, type ProjectEvent } from '../events.js';
import { nodeTimeOf } from './state.js';

const TICK = { type: 'Tick' } as const;
const given = [registered('PRELIMINARY'), ENTERED, planAdopted()];
/** No month was opened. */
const others = { ...policies(), 'plan-2022': planWith() };
const [REVIEW, APPROVAL] = planAdopted().data.nodes;
const overdue = (node: typeof REVIEW): ProjectEvent => ({ type: 'NodeOverdue', data: node! });
const LATER = '2023-01-01T00:00:00.000Z';

describe('a node of the preparation plan', () => {
  it('is overdue when its last day is over, and once', () => {
    project
      .given(...given)
      .when(TICK, { now: '2022-05-20T15:59:59.999Z', others })
      .thenNothing();
    project
      .given(...given)
      .when(TICK, { now: '2022-05-20T16:00:00.000Z', others })
      .then(overdue(REVIEW));
    project
      .given(...given)
      .when(TICK, { now: LATER, others })
      .then(overdue(REVIEW), overdue(APPROVAL));
    project
      .given(...given, overdue(REVIEW), overdue(APPROVAL))
      .when(TICK, { now: LATER, others })
      .thenNothing();
  });

  it('of a review is met by the review, and not by the approval', () => {
    project
      .given(...given, EXAMPLES.IssueReviewOpinion.event)
      .when(TICK, { now: LATER, others })
      .then(overdue(APPROVAL));
    project
      .given(...given, granted('EIA', '2022-05-10', null))
      .when(TICK, { now: LATER, others })
      .then(overdue(REVIEW));
  });

  it('counts no more once construction has begun', () => {
    project
      .given(...given, COMMENCED)
      .when(TICK, { now: LATER, others })
      .thenNothing();
  });

  it("that was over before the project entered a plan, or of one that is in none, is nobody's", () => {
    project.given(registered('PRELIMINARY'), planAdopted()).when(TICK, { now: LATER, others }).thenNothing();
    project
      .given(registered('PRELIMINARY'), planAdopted(), { ...ENTERED, recordedAt: '2022-05-20T16:00:00.000Z' })
      .when(TICK, { now: LATER, others })
      .then(overdue(APPROVAL));
  });

  it('that keeps its day in a later version is not overdue a second time', () => {
    project
      .given(...given, overdue(REVIEW), planAdopted())
      .when(TICK, { now: '2022-05-30T00:00:00.000Z', others })
      .thenNothing();
  });
});

describe('a later version of the plan', () => {
  const { command } = EXAMPLES.AdoptPreparationPlan;
  const nodes = [{ ...REVIEW!, dueOn: '2022-05-31' }, APPROVAL!];

  it('needs a reason where it moves a day', () => {
    project
      .given(...given)
      .when({ ...command, nodes })
      .thenRefused('NODE_MOVED_WITHOUT_REASON', { nodes: ['EIA/REVIEW'] });
    project
      .given(...given)
      .when({ ...command, nodes, reason: '专家时间冲突' })
      .thenMatches({ data: expect.objectContaining({ version: 2, nodes, reason: '专家时间冲突' }) as object });
  });

  it('needs none where it adds a node', () => {
    project
      .given(...given)
      .when({ ...command, nodes: [REVIEW!, APPROVAL!, { approval: 'FILING', step: 'APPROVAL', dueOn: '2022-07-01' }] })
      .thenMatches({ type: 'PreparationPlanAdopted' });
  });
});

describe('the times of a matter', () => {
  const known = EXAMPLES.RecordNodeTime;

  it('are the first ones: a later day is none, an earlier one is', () => {
    const before = project.given(registered('PRELIMINARY'), known.event);
    before.when({ ...known.command, occurredOn: '2022-05-10' }).thenMatches({ type: 'NodeTimeRecorded' });
    project
      .given(registered('PRELIMINARY'), {
        type: 'NodeTimeRecorded',
        data: { approval: 'EIA', time: 'contactedAt', occurredOn: '2022-05-10' },
      })
      .when(known.command)
      .thenNothing();
  });

  it('hold the review that an opinion tells of', () => {
    const state = project.given(registered('PRELIMINARY'), known.event, EXAMPLES.IssueReviewOpinion.event).state();
    expect(NODE_TIMES.map((time) => nodeTimeOf(state, 'EIA', time))).toEqual(['2022-05-16', null, '2022-05-16']);
  });

  it('may be followed by another opinion of the same day', () => {
    project
      .given(registered('PRELIMINARY'), EXAMPLES.IssueReviewOpinion.event)
      .when({ ...EXAMPLES.IssueReviewOpinion.command, opinion: 'FAILED', document: DOCUMENT }, { actor: OFFICE })
      .thenMatches({ type: 'ReviewOpinionIssued' });
  });
});
