import { idAt } from '#libs/event-sourcing/testing';
import { DOCUMENT, OFFICE, project, yi } from '../../testing.js';
import type { ProjectEvent } from '../events.js';
import { registered } from '../samples.js';
import { EXAMPLES } from './examples.js';
import { scheduledOn } from './state.js';

const by = { actor: OFFICE };

describe('money of a line', () => {
  it.each(['AllocateFunding', 'ReceiveFunding', 'SchedulePayment', 'PayFunding'] as const)(
    'is moved by %s only in a line that was applied for',
    (type) => {
      project
        .given(registered())
        .when(EXAMPLES[type].command, by)
        .thenRefused('UNKNOWN_FUNDING_LINE', { line: 'new-line' });
    },
  );

  it.each([0, -1, 0.5])('is never %d', (amount) => {
    for (const type of ['ApplyForFunding', 'ReceiveFunding', 'PayFunding'] as const)
      project
        .given(...EXAMPLES[type].given)
        .when({ ...EXAMPLES[type].command, amount }, by)
        .thenRefused('AMOUNT_OUT_OF_RANGE', { field: 'amount' });
  });

  it('may arrive beyond what was allocated, and be paid beyond what arrived: it is a fact', () => {
    const { given, command } = EXAMPLES.PayFunding;
    project
      .given(...given)
      .when({ ...command, amount: yi(99) }, by)
      .thenMatches({ type: 'FundingPaid' });
  });
});

describe('a schedule of payments', () => {
  const { given, command, event } = EXAMPLES.SchedulePayment;
  const day = (...events: ProjectEvent[]) => {
    const state = project.given(...given, event, ...events).state();
    return scheduledOn(state, command.line, command.dueOn);
  };
  const again = (amount: number): ProjectEvent => ({
    type: 'PaymentScheduled',
    data: { line: command.line, dueOn: command.dueOn, amount },
  });

  it('has one sum for a day, the one that was planned last', () => {
    expect(day(again(yi(0.7)))).toBe(yi(0.7));
  });

  it('is emptied by nothing', () => {
    expect(day(again(0))).toBe(0);
    project
      .given(...given, event)
      .when({ ...command, amount: 0 }, by)
      .then(again(0));
    project
      .given(...given)
      .when({ ...command, amount: 0 }, by)
      .thenNothing();
  });
});

describe('an application', () => {
  const voided = (position: number, ...log: ProjectEvent[]) =>
    project
      .given(...log)
      .when(
        { type: 'CorrectFact', corrects: idAt(position), replacement: null, reason: '误录', document: DOCUMENT },
        by,
      );

  it('is not void while anything hangs on it', () => {
    const { given, event } = EXAMPLES.PayFunding;
    voided(1, ...given, event).thenRefused('OTHERS_HANG_ON_FACT');
    const granted = EXAMPLES.GrantSupport;
    voided(1, ...granted.given, granted.event).thenRefused('OTHERS_HANG_ON_FACT');
  });

  it('without anything is void', () => {
    voided(1, ...EXAMPLES.PayFunding.given).thenMatches({ type: 'FactCorrected' });
  });
});

describe('support', () => {
  const { given, command, event } = EXAMPLES.GrantSupport;

  it('is granted once', () => {
    project
      .given(...given, event)
      .when({ ...command, occurredOn: '2022-05-15' }, by)
      .thenRefused('SUPPORT_ALREADY_GRANTED', { grantedOn: '2022-05-16' });
  });

  it('is not granted before it was applied for', () => {
    project
      .given(...given)
      .when({ ...command, occurredOn: '2022-05-15' }, by)
      .thenRefused('SUPPORT_BEFORE_APPLICATION', { appliedOn: '2022-05-16' });
  });

  it('that nobody applied for is unknown', () => {
    project
      .given(registered())
      .when({ type: 'GrantSupport', occurredOn: '2022-05-16', support: 'toString', document: DOCUMENT }, by)
      .thenRefused('UNKNOWN_SUPPORT');
  });
});

describe('the model of financing', () => {
  it('holds from its day on, in whatever order it was told', () => {
    const set = (occurredOn: string, model: string) =>
      ({ type: 'FinancingModelSet', data: { occurredOn, model } }) as const;
    const { financingModel } = project
      .given(registered(), set('2022-03-01', 'FRANCHISE'), set('2022-02-01', 'GOVERNMENT'))
      .state();
    expect(financingModel.map(({ on, value }) => [on, value])).toEqual([
      ['2022-02-01', 'GOVERNMENT'],
      ['2022-03-01', 'FRANCHISE'],
    ]);
  });
});
