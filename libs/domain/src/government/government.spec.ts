import { assignable, DETAILS, governmentPlan } from '../testing.js';
import { AMOUNTS, GOVERNMENT_PLAN_EXAMPLES, governmentDrafted, type GovernmentPlanExample } from './examples.js';
import type { SourcedAmount } from './events.js';

const examples = Object.values(GOVERNMENT_PLAN_EXAMPLES) as GovernmentPlanExample<
  keyof typeof GOVERNMENT_PLAN_EXAMPLES
>[];

describe.each(examples)('$command.type', ({ given, command, event, again }) => {
  it('is recorded as one event', () => {
    governmentPlan
      .given(...given)
      .when(command)
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = governmentPlan.given(...given, event).when(command);
    if (again === 'nothing') outcome.thenNothing();
    else outcome.thenRefused(again);
  });

  it('needs a plan', () => {
    if (command.type === 'DraftGovernmentPlan') return;
    governmentPlan.given().when(command).thenRefused('UNKNOWN_GOVERNMENT_PLAN');
  });
});

describe('a line', () => {
  const { command } = GOVERNMENT_PLAN_EXAMPLES.SetGovernmentLine;
  const set = (amounts: readonly SourcedAmount[]) =>
    governmentPlan.given(governmentDrafted).when({ ...command, amounts });

  it('is of a government project', () => {
    const state = assignable();
    const enterprise = [{ on: '2022-01-01', revision: 0, value: 'ENTERPRISE_FILED' }];
    governmentPlan
      .given(governmentDrafted)
      .when(command, {
        others: { 'project-p1': { ...state, details: { ...state.details, investmentType: enterprise } } },
      })
      .thenRefused('NOT_A_GOVERNMENT_PROJECT', { investmentType: 'ENTERPRISE_FILED' });
    expect(DETAILS.investmentType).toBe('GOVERNMENT');
  });

  it.each<[string, SourcedAmount, string]>([
    ['before the window', { year: 2021, source: 'CENTRAL', amount: 1 }, 'YEAR_OUTSIDE_WINDOW'],
    ['behind the window', { year: 2025, source: 'CENTRAL', amount: 1 }, 'YEAR_OUTSIDE_WINDOW'],
    ['of nothing', { year: 2024, source: 'CENTRAL', amount: 0 }, 'GOVERNMENT_LINE_UNSOUND'],
    ['less than nothing', { year: 2024, source: 'CENTRAL', amount: -1 }, 'AMOUNT_OUT_OF_RANGE'],
    ['told twice', AMOUNTS[0]!, 'GOVERNMENT_LINE_UNSOUND'],
  ])('has no amount %s', (_, amount, code) => {
    set([...AMOUNTS, amount]).thenRefused(code);
    set(AMOUNTS).thenMatches({ type: 'GovernmentLineSet' });
  });
});
