import { project } from '../../testing.js';
import { appraised, registered } from '../examples.js';
import { isAppraised } from './state.js';

const after = (...events: ReturnType<typeof appraised>[]) =>
  project.given(registered('PRELIMINARY'), ...events).state();

describe('the joint appraisal', () => {
  it('is passed once all three strands are', () => {
    expect(isAppraised(after(appraised('SPACE'), appraised('LAND')))).toBe(false);
    expect(isAppraised(after(appraised('SPACE'), appraised('LAND'), appraised('TECHNIQUE')))).toBe(true);
  });

  it('is passed no more where a strand fails later, while it was so before', () => {
    const all = [appraised('SPACE'), appraised('LAND'), appraised('TECHNIQUE'), appraised('LAND', false, '2022-05-12')];
    expect(isAppraised(after(...all))).toBe(false);
    expect(isAppraised(after(...all), '2022-05-11')).toBe(true);
  });
});
