import { idAt } from '#libs/event-sourcing/testing';
import { DOCUMENT, OFFICE, project, yi } from '../../testing.js';
import type { ProjectEvent } from '../events.js';
import { EXAMPLES } from '../examples.js';

const by = { actor: OFFICE };
const { EnterStatistics: entry, RecordStatisticsInvestment: investment } = EXAMPLES;

/** The events and then those that a correction of the last of them leads to, as the project knows them. */
function corrected(given: readonly ProjectEvent[], replacement: { command: string; fields: object } | null) {
  const outcome: ProjectEvent[] = [];
  project
    .given(...given)
    .when(
      {
        ...EXAMPLES.CorrectFact.command,
        corrects: idAt(given.length - 1),
        replacement: replacement as typeof EXAMPLES.CorrectFact.command.replacement,
      },
      by,
    )
    .thenSatisfies((events) => outcome.push(...(events as ProjectEvent[])));
  return project.given(...given, ...outcome).state().statistics;
}

describe('what the statistics count of a project', () => {
  it('is told of months that are over', () => {
    const { given, command } = investment;
    project
      .given(...given)
      .when({ ...command, through: '2022-05' }, by)
      .thenRefused('FACT_IN_FUTURE', { occurredOn: '2022-05-31' });
  });

  it('is never below nothing', () => {
    const { given, command } = investment;
    project
      .given(...given)
      .when({ ...command, yearToDate: -1 }, by)
      .thenRefused('AMOUNT_OUT_OF_RANGE', { field: 'yearToDate' });
  });

  it('may be told anew, and the last word stands', () => {
    const { given, command, event } = investment;
    const revised = { ...command, yearToDate: yi(0.25) };
    project
      .given(...given, event)
      .when(revised, by)
      .thenMatches({ type: 'StatisticsInvestmentRecorded' });
    const { type: _, ...data } = revised;
    const later: ProjectEvent = { type: 'StatisticsInvestmentRecorded', data };
    expect(
      project
        .given(...given, event, later)
        .state()
        .statistics.investment.at(-1)!.value,
    ).toBe(yi(0.25));
  });

  it('can be corrected and taken back', () => {
    const { given, event } = investment;
    const to = { command: 'RecordStatisticsInvestment', fields: { through: '2022-03', yearToDate: yi(0.1) } };
    expect(corrected([...given, event], to).investment).toMatchObject([{ on: '2022-03-31', value: yi(0.1) }]);
    expect(corrected([...given, event], null).investment).toEqual([]);
  });
});

describe('the entry into the statistics', () => {
  const given = [...entry.given, entry.event];

  it('moves by a correction to another day, and goes if it never was', () => {
    const to = { command: 'EnterStatistics', fields: { occurredOn: '2022-05-02', document: DOCUMENT } };
    expect(corrected(given, to).entered).toMatchObject([{ on: '2022-05-02' }]);
    expect(corrected(given, null).entered).toEqual([]);
  });
});
