import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { join } from 'node:path';
import { type DomainEvent, type Recorded, upcast } from '#libs/event-sourcing/pure';
import { UPCASTS } from '#libs/domain';
import { BULLETIN_EXAMPLES, bulletinDrafted, PUBLISHED } from '../../domain/src/bulletin/examples.js';
import { CORRECTED } from '../../domain/src/project/corrections/examples.js';
import { yi } from '../../domain/src/testing.js';
import { inStream, toldAs } from '../../../test/samples/public.js';
import { storedSamples } from '../../../test/samples/stored.js';
import { CONTRACT, dataSchema, PUBLIC_NAMES, publicName, publicType } from './contract.js';
import { publicIdOf } from './publish.js';
import { closed } from './testing.js';

const events = (told: readonly DomainEvent[], stream = 'project-p1'): Recorded[] => inStream(stream, told);

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const whitelists = new Map(PUBLIC_NAMES.map((name) => [name, ajv.compile(closed(dataSchema(name)) as object)]));

/** Each version of each event that the log may hold, with what goes ahead of it. */
const samples = storedSamples(join(process.cwd(), 'libs/domain/samples')).map(({ name, kind, events: written }) => ({
  name,
  told: events(
    written.map(({ type, schema, data }) => ({ type, data: upcast(UPCASTS, type, schema, data) })),
    `${kind}-p1`,
  ),
}));

describe('the stored samples of the log', () => {
  it('are told with the fields of the contract and no others, or not at all', async () => {
    const seen = new Set<string>();
    for (const { told } of samples) {
      const event = await toldAs(told);
      if (!event) continue;
      const name = publicName(event.type)!;
      seen.add(name);
      const validate = whitelists.get(name)!;
      if (!validate(event.data)) throw new Error(`${name}: ${ajv.errorsText(validate.errors)}`);
    }
    // An internal bulletin is no sample of a public one.
    expect([...seen, 'bulletin.published'].sort()).toEqual([...PUBLIC_NAMES].sort());
  });

  it('are told without any of their free texts, persons and papers', async () => {
    for (const { told } of samples) {
      const event = await toldAs(told);
      const { data } = told.at(-1)! as { data: Record<string, unknown> };
      const text = JSON.stringify(event ?? {});
      for (const field of ['reason', 'description', 'outcome', 'resolution', 'resolvedBy', 'document', 'progress'])
        if (typeof data[field] === 'string') expect(text).not.toContain(data[field]);
      expect(text).not.toMatch(/docNo":"示例〔|reporter-1|sha256/);
    }
  });
});

describe('an event of a project', () => {
  it('is told in the stream of its project, with when it was recorded in Shanghai', async () => {
    const [event] = events([{ type: 'ProjectCompleted', data: { occurredOn: '2022-05-10', document: {} } }]);
    expect(await toldAs([event!])).toEqual({
      stream: 'public-p1',
      type: 'taizhang.project.completed.v1',
      data: { project: 'p1', recordedAt: '2022-05-16T10:00:00.000+08:00', occurredOn: '2022-05-10', units: [] },
    });
  });

  it('is not told where only what is nobody’s outside was changed', async () => {
    const changed = {
      type: 'ProjectDetailsChanged',
      data: { occurredOn: '2022-05-10', changes: { description: '一' } },
    };
    expect(await toldAs(events([changed]))).toBeUndefined();
  });
});

describe('what planning, finance and statistics ask for', () => {
  const occurredOn = '2022-05-10';
  it.each<[string, object, object]>([
    ['ProjectReserved', { occurredOn, document: null }, { occurredOn }],
    ['ProjectPromoted', { from: 'RESERVE', to: 'ROLLING', document: {} }, { from: 'RESERVE', to: 'ROLLING' }],
    [
      'ApprovalGranted',
      { occurredOn, kind: 'EIA', document: {}, validity: { until: '2027-05-10', warnOn: '2027-03-01' } },
      { occurredOn, kind: 'EIA', until: '2027-05-10' },
    ],
    [
      'ApprovalGranted',
      { occurredOn, kind: 'PROPOSAL', document: {}, validity: null },
      { occurredOn, kind: 'PROPOSAL', until: null },
    ],
    ['FundingPaid', { occurredOn, line: 'l1', amount: 2, document: {} }, { occurredOn, line: 'l1', amount: 2 }],
  ])('%s %j is told without its papers', async (type, data, told) => {
    const common = { project: 'p1', units: [], recordedAt: '2022-05-16T10:00:00.000+08:00' };
    expect((await toldAs(events([{ type, data }])))!.data).toEqual({ ...common, ...told });
  });
});

describe('a correction', () => {
  const corrected = (change: object) => events([{ ...CORRECTED, data: { ...CORRECTED.data, ...change } }]);

  it('names the public event that it corrects, and what that ought to have said', async () => {
    expect((await toldAs(corrected({})))!.data).toMatchObject({
      corrects: publicIdOf(CORRECTED.data.corrects),
      of: publicType('project.total-investment-changed'),
      replacement: { occurredOn: '2022-05-02', amount: yi(6) },
    });
  });

  it('voids it', async () => {
    expect((await toldAs(corrected({ replacement: null })))!.data).toMatchObject({ replacement: null });
  });

  it('of an approval names what it ought to have said', async () => {
    const document = {};
    const change = { originalType: 'ApprovalGranted' };
    const granted = { occurredOn: '2022-05-02', kind: 'EIA', document, validity: null };
    expect((await toldAs(corrected({ ...change, original: granted, replacement: granted })))!.data).toMatchObject({
      of: publicType('approval.granted'),
      replacement: { occurredOn: '2022-05-02', kind: 'EIA', until: null },
    });
  });

  it('of what was never told is not told', async () => {
    expect(await toldAs(corrected({ originalType: 'LiaisonRecorded' }))).toBeUndefined();
  });
});

describe('a bulletin', () => {
  const published = (kind: 'PUBLIC' | 'INTERNAL') => events([bulletinDrafted({ kind }), PUBLISHED], 'bulletin-b1');

  it('is told as it was written last, if it is for everybody', async () => {
    const redrafted = {
      ...BULLETIN_EXAMPLES.RedraftBulletin.event,
      data: { ...bulletinDrafted().data, kind: 'PUBLIC' },
    };
    const told = await toldAs(events([bulletinDrafted(), redrafted, PUBLISHED], 'bulletin-b1'));
    expect(told).toMatchObject({ stream: 'public-bulletin-b1', type: 'taizhang.bulletin.published.v1' });
    expect(whitelists.get('bulletin.published')!(told!.data)).toBe(true);
  });

  it('is not told if it is internal', async () => {
    expect(await toldAs(published('PUBLIC'))).toBeDefined();
    expect(await toldAs(published('INTERNAL'))).toBeUndefined();
  });
});

describe('the types', () => {
  it('are names with a version, and nothing else is one', () => {
    for (const name of PUBLIC_NAMES) expect(publicName(publicType(name))).toBe(name);
    expect(publicName('taizhang.project.renamed.v99')).toBe('project.renamed');
    for (const type of ['ProjectRenamed', 'taizhang.project.renamed', 'taizhang.toString.v1', ''])
      expect(publicName(type)).toBeUndefined();
    expect(Object.keys(CONTRACT).length).toBeGreaterThan(25);
  });
});
