import { recorded, type Told } from '#libs/event-sourcing/testing';
import type { FundingSource, ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { registered } from '../../../domain/src/project/examples.js';
import { DOCUMENT, projectScene, yi } from '../../../domain/src/testing.js';
import { fundingOf, projectFundingOn, VIEWS } from '../index.js';

const applied = (line: string, source: FundingSource, occurredOn = '2021-11-01'): ProjectEvent => ({
  type: 'FundingApplied',
  data: { line, source, use: 'CONSTRUCTION', occurredOn, amount: yi(4) },
});
const moved = (
  type: 'FundingAllocated' | 'FundingReceived' | 'FundingPaid',
  line: string,
  occurredOn: string,
  amount: number,
): ProjectEvent => ({ type, data: { line, occurredOn, amount: yi(amount), document: DOCUMENT } });

function documentsAfter(events: readonly Told<ProjectEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, projectScene)) documents.apply(event);
  return documents;
}

const bond = [
  registered(),
  applied('bond', 'SPECIAL_BOND'),
  moved('FundingAllocated', 'bond', '2021-12-20', 1),
  moved('FundingAllocated', 'bond', '2022-03-01', 2),
  moved('FundingReceived', 'bond', '2022-03-20', 1.5),
  moved('FundingPaid', 'bond', '2022-04-30', 0.6),
  { type: 'PaymentScheduled', data: { line: 'bond', dueOn: '2022-04-30', amount: yi(0.8) } },
] satisfies ProjectEvent[];

describe('the money of a project', () => {
  const documents = documentsAfter(bond);

  it('has its rates to date and within each year', async () => {
    expect(await projectFundingOn(documents, 'p1', '2022-12-31')).toMatchObject({
      total: { applied: yi(4), allocated: yi(3), received: yi(1.5), arrivalRate: 0.5, paymentRate: 0.4 },
      years: [
        { year: 2021, applied: yi(4), allocated: yi(1), received: 0, arrivalRate: 0, paymentRate: null },
        { year: 2022, applied: 0, allocated: yi(2), received: yi(1.5), arrivalRate: 0.75, unpaid: yi(0.2) },
      ],
      lines: [{ id: 'bond', source: 'SPECIAL_BOND', use: 'CONSTRUCTION', paid: yi(0.6) }],
    });
  });

  it('is told as of a day', async () => {
    expect(await projectFundingOn(documents, 'p1', '2021-12-31')).toMatchObject({
      total: { allocated: yi(1), received: 0, scheduled: 0, unpaid: 0 },
      years: [{ year: 2021 }],
    });
    expect(await projectFundingOn(documents, 'p1', '2021-10-31')).toMatchObject({ lines: [], years: [] });
  });

  it('is none of a project that nobody registered', async () => {
    expect(await projectFundingOn(documents, 'p9')).toBeUndefined();
  });
});

describe('the money of the district', () => {
  const other = [registered(), applied('own', 'DISTRICT_FISCAL', '2022-01-10')].map((event) => ({
    ...event,
    stream: 'project-p2',
  }));
  const dollars = [
    { ...registered(), data: { ...registered().data, currency: 'USD' } } as ProjectEvent,
    applied('dollars', 'CREDIT', '2022-01-10'),
  ].map((event) => ({ ...event, stream: 'project-p3' }));
  const documents = documentsAfter([...bond, ...other, ...dollars]);

  it('is summed by source and use within a year, in its own currency alone', async () => {
    expect(await fundingOf(documents, 2022)).toMatchObject({
      year: 2022,
      total: {
        applied: yi(4),
        allocated: yi(2),
        received: yi(1.5),
        paid: yi(0.6),
        arrivalRate: 0.75,
        paymentRate: 0.4,
      },
      bySource: [
        { source: 'SPECIAL_BOND', applied: 0, allocated: yi(2) },
        { source: 'DISTRICT_FISCAL', applied: yi(4), allocated: 0, arrivalRate: null },
      ],
      byUse: [{ use: 'CONSTRUCTION', applied: yi(4) }],
    });
  });

  it('is told as of a day, and of a year without any it is nothing', async () => {
    expect((await fundingOf(documents, 2022, '2022-03-19')).total).toMatchObject({ allocated: yi(2), received: 0 });
    expect(await fundingOf(documents, 2030)).toMatchObject({ total: { applied: 0, arrivalRate: null }, bySource: [] });
  });
});
