import fc from 'fast-check';
import { project } from '../../testing.js';
import { ASSIGNED, ENTERED, MEMBER, registered, submit, submitted } from '../samples.js';

const FIGURES = { month: 100, yearToDate: 100 };
const PRELIMINARY_WORK = { nodes: [{ approval: 'EIA' as const, done: false, note: '报告书编制中' }], expenses: 100 };

describe('a construction report', () => {
  it('tells stage, image progress and what its figure is made up of', () => {
    const details = {
      stage: '主体施工',
      imageProgress: '主体结构完成三层',
      costs: { civilWorks: 70, installation: 20, landAndOther: 10 },
    };
    const { data, type } = submitted(FIGURES);
    project
      .given(...MEMBER)
      .when(submit(FIGURES, details))
      .then({ type, data: { ...data, ...details } });
  });

  it('is refused unless its costs make up the figure', () => {
    const amount = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(amount, amount, amount, (civilWorks, installation, landAndOther) => {
        const sum = civilWorks + installation + landAndOther;
        const costs = { civilWorks, installation, landAndOther };
        const outcome = project.given(...MEMBER).when(submit(FIGURES, { costs }));
        if (sum === FIGURES.month) outcome.thenMatches({ type: 'ReportSubmitted' });
        else outcome.thenRefused('COSTS_DO_NOT_SUM', { expected: FIGURES.month, sum });
      }),
    );
  });

  it('has nothing to tell of preliminary work', () => {
    project
      .given(...MEMBER)
      .when(submit(FIGURES, { preliminary: PRELIMINARY_WORK }))
      .thenRefused('NOT_IN_PRELIMINARY_WORK', { month: '2022-05' });
  });
});

describe('the report of a project in its preliminary stage', () => {
  const given = project.given(registered('PRELIMINARY'), ASSIGNED, ENTERED);

  it('tells its nodes and expenses', () => {
    given.when(submit(FIGURES, { preliminary: PRELIMINARY_WORK })).thenMatches({
      type: 'ReportSubmitted',
      data: expect.objectContaining({ preliminary: PRELIMINARY_WORK }) as unknown,
    });
  });

  it('is refused without them', () => {
    given.when(submit(FIGURES)).thenRefused('PRELIMINARY_WORK_UNTOLD', { month: '2022-05' });
  });
});
