import { recorded, type Told } from '#libs/event-sourcing/testing';
import type {
  BulletinEvent,
  LeadingGroupEvent,
  PlanEvent,
  ProjectEvent,
  SubscriberEvent,
  UnitEvent,
} from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { bulletinDrafted, ISSUED, PUBLISHED } from '../../../domain/src/bulletin/examples.js';
import { ASSIGNED, EXAMPLES, registered, returned } from '../../../domain/src/project/examples.js';
import { DETAILS, DOCUMENT, OFFICE } from '../../../domain/src/testing.js';
import { unitRegistered } from '../../../domain/src/unit/examples.js';
import { VIEWS } from '../index.js';
import { type InboxQuery, inboxOf } from './queries.js';

const scene = { stream: 'project-p1', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };
type Any = ProjectEvent | LeadingGroupEvent | PlanEvent | BulletinEvent | UnitEvent | WebhookPaused;
type WebhookPaused = Extract<SubscriberEvent, { type: 'WebhookPaused' }>;

const reminded: Told<PlanEvent> = {
  type: 'ReportsReminded',
  stream: 'plan-2022',
  recordedAt: '2022-05-18T01:00:00.000Z',
  data: {
    ...{ year: 2022, month: '2022-05', at: '2022-05-18T01:00:00.000Z', policyVersion: 1 },
    dueAt: '2022-05-25T16:00:00.000Z',
    units: [
      { unit: 'builder', projects: ['p1'] },
      { unit: 'successor', projects: ['p9'] },
      { unit: null, projects: ['p8'] },
    ],
  },
};
const climbed = { ...EXAMPLES.EscalateBlocker.event, recordedAt: '2022-05-17T01:00:00.000Z' } as Told<ProjectEvent>;
const read = (notice: string): Told<UnitEvent> => ({
  type: 'NoticeRead',
  stream: 'unit-builder',
  recordedAt: '2022-05-19T01:00:00.000Z',
  data: { notice },
});

function documentsAfter(...more: readonly Told<Any>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  const told: Told<Any>[] = [registered(), ASSIGNED, returned(), climbed, reminded, ...more];
  for (const event of recorded(told, scene)) documents.apply(event);
  return documents;
}
const idsOf = async (documents: MemoryDocuments, query: Partial<InboxQuery>) =>
  (await inboxOf(documents, { limit: 9, ...query })).items.map(({ id }) => id);
const of = (unit: string | null, role: string | null = null) => ({ reader: { unit, role } });

const RETURNED = 'project-p1.2';
const CLIMBED = 'project-p1.3';
const REMINDED = 'plan-2022.0';

describe('the inbox', () => {
  const documents = documentsAfter();

  it('of a unit has what names it and what goes to its place in a project, the newest first', async () => {
    expect(await idsOf(documents, of('builder'))).toEqual([REMINDED, RETURNED]);
    expect(await idsOf(documents, of('authority'))).toEqual([CLIMBED]);
    expect(await idsOf(documents, of('stranger'))).toEqual([]);
  });

  it("of a district leader has what climbed in their charge, or in nobody's", async () => {
    const toLeader = { ...climbed, data: { ...climbed.data, to: 'L3_DISTRICT_LEADER' } } as Told<ProjectEvent>;
    const inCharge: Told<LeadingGroupEvent> = {
      type: 'LeaderPortfolioAssigned',
      ...{ stream: 'group-leading', recordedAt: '2022-05-17T02:00:00.000Z' },
      data: { occurredOn: '2022-01-01', leader: 'leader-1', sectors: [DETAILS.sector!], units: [], document: DOCUMENT },
    };
    const told = (after: MemoryDocuments, leader: string) =>
      idsOf(after, { ...of('district', 'DISTRICT_LEADER'), leader, kind: 'BlockerEscalated' });
    expect(await told(documentsAfter(toLeader), 'leader-2')).toEqual(['project-p1.4']);
    expect(await told(documentsAfter(toLeader, inCharge), 'leader-2')).toEqual([]);
    expect(await told(documentsAfter(toLeader, inCharge), 'leader-1')).toEqual(['project-p1.4']);
  });

  it('tells a unit of its own projects alone', async () => {
    const { items } = await inboxOf(documents, { ...of('builder'), limit: 1 });
    expect(items).toMatchObject([
      { kind: 'ReportsReminded', data: { month: '2022-05', projects: ['p1'] }, read: false },
    ]);
    expect(JSON.stringify(items)).not.toContain('p9');
  });

  it('of the office has all, what no unit can act on included', async () => {
    expect(await idsOf(documents, {})).toEqual([REMINDED, CLIMBED, RETURNED]);
    expect(await idsOf(documents, of(null, 'LG_OFFICE'))).toEqual([REMINDED]);
  });

  it('of a place is not that of its role elsewhere', async () => {
    expect(await idsOf(documents, of(null, 'SECTOR_AUTHORITY'))).toEqual([]);
    expect(await idsOf(documents, of('stranger', 'LEGAL_ENTITY'))).toEqual([]);
  });

  it('comes a page at a time, and of one kind', async () => {
    const first = await inboxOf(documents, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([REMINDED, CLIMBED]);
    expect(await idsOf(documents, { after: first.next! })).toEqual([RETURNED]);
    expect(await idsOf(documents, { kind: 'BlockerEscalated' })).toEqual([CLIMBED]);
  });
});

describe('the inbox of a unit with projects', () => {
  // More than 500 are not named one by one.
  it.each([40, 501])('%i in number has each of its notices on one page alone', async (projects) => {
    const told = Array.from({ length: projects }, (_, number) => {
      const on = (event: Told<ProjectEvent>): Told<ProjectEvent> => ({ ...event, stream: `project-n${number}` });
      const at = (minute: number) => `2022-05-17T${String(3 + (number % 9)).padStart(2, '0')}:${minute}:00.000Z`;
      const notices =
        number % 4 === 0
          ? [
              { ...returned(), recordedAt: at(10) },
              { ...climbed, recordedAt: at(20) },
            ]
          : [];
      return [registered(), ASSIGNED, ...notices].map((event) => on(event as Told<ProjectEvent>));
    });
    const documents = documentsAfter(...told.flat());
    const everywhere = await inboxOf(documents, { limit: 2_000 });
    const kinds = ['ReportReturned', 'ReportsReminded'];
    const expected = everywhere.items.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const found: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof inboxOf>> = await inboxOf(documents, { ...of('builder'), after, limit: 3 });
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(found.length).toBeGreaterThan(projects / 5);
    expect(found).toEqual(expected);
  });
});

describe('a notice', () => {
  it('is read once somebody of the unit acknowledged it, by that unit only', async () => {
    const documents = documentsAfter({ ...unitRegistered(), stream: 'unit-builder' }, read(REMINDED), read(REMINDED));
    expect(await idsOf(documents, { ...of('builder'), unread: true })).toEqual([RETURNED]);
    expect(await idsOf(documents, { ...of('successor'), unread: true })).toEqual([REMINDED]);
    const { items } = await inboxOf(documents, { limit: 1 });
    expect(items).toMatchObject([{ id: REMINDED, readBy: ['builder'] }]);
  });

  it('that nobody was sent is not made by acknowledging it', async () => {
    const documents = documentsAfter({ ...unitRegistered(), stream: 'unit-builder' }, read('plan-1999.7'));
    expect(await idsOf(documents, {})).toEqual([REMINDED, CLIMBED, RETURNED]);
  });

  it('of a place goes to whoever held it on its day', async () => {
    const changed: Told<ProjectEvent> = { ...EXAMPLES.ChangeLegalEntity.event, recordedAt: '2022-05-20T01:00:00.000Z' };
    const later = {
      ...changed,
      data: { ...changed.data, occurredOn: '2022-05-20', legalEntity: 'heir' },
    } as typeof changed;
    const documents = documentsAfter(later, { ...returned(), recordedAt: '2022-05-21T01:00:00.000Z' });
    expect(await idsOf(documents, of('builder'))).toEqual([REMINDED, RETURNED]);
    expect(await idsOf(documents, of('heir'))).toEqual(['project-p1.5']);
  });
});

describe('a webhook', () => {
  const paused = (cause: 'ASKED' | 'FAILING'): Told<WebhookPaused> => ({
    ...{ type: 'WebhookPaused', stream: 'subscriber-city', recordedAt: '2022-05-19T01:00:00.000Z' },
    data: { webhook: 'w1', cause },
  });

  it('that keeps failing is told to the office, one that was paused on purpose to nobody', async () => {
    const documents = documentsAfter(paused('ASKED'), paused('FAILING'));
    expect(await idsOf(documents, of(null, 'LG_OFFICE'))).toEqual(['subscriber-city.1', REMINDED]);
  });

  it('that keeps failing is told to its subscriber, who is told nothing else', async () => {
    const documents = documentsAfter(paused('FAILING'));
    const reader = (subscriber: string) => ({ reader: { unit: null, role: 'SUBSCRIBER', subscriber } });
    expect(await idsOf(documents, reader('city'))).toEqual(['subscriber-city.0']);
    expect(await idsOf(documents, reader('other'))).toEqual([]);
  });
});

describe('a bulletin', () => {
  const at = (event: BulletinEvent, recordedAt: string): Told<BulletinEvent> => ({
    ...event,
    stream: 'bulletin-1',
    recordedAt,
  });

  it('is in the inbox of its recipients once it is sent out', async () => {
    const drafted = [at(bulletinDrafted(), '2022-05-20T01:00:00.000Z'), at(ISSUED, '2022-05-20T02:00:00.000Z')];
    expect(await idsOf(documentsAfter(...drafted), of('copied'))).toEqual([]);
    const published = at(PUBLISHED, '2022-05-20T03:00:00.000Z');
    expect(await idsOf(documentsAfter(...drafted, published), of('copied'))).toEqual(['bulletin-1']);
  });
});
