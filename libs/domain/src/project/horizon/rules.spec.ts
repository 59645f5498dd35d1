import { DOCUMENT, OFFICE, project } from '../../testing.js';
import { appraised, ENTERED, registered } from '../samples.js';
import { type ProjectEvent, type Status, STRANDS } from '../events.js';
import { outlineEntered } from './examples.js';
import { HORIZONS, type Horizon } from './events.js';
import { hasReached } from './state.js';

const enter = { type: 'EnterOutline', item: 'rail', sourceRevision: 1 } as const;
const promote = (to: Horizon) => ({ type: 'PromoteProject', to, document: DOCUMENT }) as const;
const PASSED = STRANDS.map((strand) => appraised(strand));
const left: ProjectEvent = { type: 'OutlineLeft', data: { item: 'rail', sourceRevision: 2 } };

describe('a project of the outline', () => {
  it.each<[Status, Horizon]>([
    ['CONCEIVED', 'RESERVE'],
    ['PRELIMINARY', 'RESERVE'],
    ['PLANNED_START', 'RESERVE'],
    ['UNDER_CONSTRUCTION', 'ANNUAL'],
    ['SUSPENDED', 'ANNUAL'],
    ['IN_SERVICE', 'ANNUAL'],
  ])('that is %s enters it as %s', (status, horizon) => {
    project.given(registered(status)).when(enter).then(outlineEntered(horizon));
  });

  it('that is in an annual plan enters it by baseline', () => {
    project.given(registered('PRELIMINARY'), ENTERED).when(enter).then(outlineEntered('ANNUAL'));
  });

  it('comes into the annual plan only when its joint appraisal is passed', () => {
    project
      .given(registered('RESERVED'), ...PASSED.slice(1), outlineEntered('ROLLING'))
      .when(promote('ANNUAL'), { actor: OFFICE })
      .thenRefused('APPRAISAL_NOT_PASSED');
  });

  it('keeps its horizon when it comes to stand for another item', () => {
    project
      .given(registered('RESERVED'), outlineEntered('ROLLING'))
      .when({ ...enter, item: 'roads' })
      .then({ type: 'OutlineEntered', data: { item: 'roads', horizon: 'ROLLING', sourceRevision: 1 } });
  });

  it.each(HORIZONS.flatMap((from, at) => HORIZONS.map((to, next) => [from, to, next - at] as const)))(
    'is promoted from %s to %s only by one step',
    (from, to, steps) => {
      const outcome = project
        .given(registered('RESERVED'), ...PASSED, outlineEntered(from))
        .when(promote(to), { actor: OFFICE });
      if (steps === 1) outcome.then({ type: 'ProjectPromoted', data: { from, to, document: DOCUMENT } });
      else if (steps === 0) outcome.thenNothing();
      else outcome.thenRefused('HORIZON_NOT_NEXT', { from, to });
    },
  );

  it('is one only while it stands for an item', () => {
    const given = project.given(registered('RESERVED'), outlineEntered(), left);
    given.when(promote('ROLLING'), { actor: OFFICE }).thenRefused('NOT_AN_OUTLINE_PROJECT');
    expect(hasReached(given.state(), 'ANNUAL')).toBe(true);
    expect(hasReached(project.given(registered('RESERVED'), outlineEntered()).state(), 'ANNUAL')).toBe(false);
  });
});
