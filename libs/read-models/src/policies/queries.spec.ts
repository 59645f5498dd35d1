import { recorded, type Told } from '#libs/event-sourcing/testing';
import { DEFAULT_POLICIES, type PolicyAdopted } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { OFFICE } from '../../../domain/src/testing.js';
import { VIEWS } from '../index.js';
import { policiesOn, policyByName } from './queries.js';

const scene = { stream: 'policy-stacking', now: '2022-05-16T02:00:00.000Z', actor: OFFICE };
const adopted = (version: number, effectiveFrom: string, clause: string): Told<PolicyAdopted> => ({
  type: 'PolicyAdopted',
  data: {
    ...{ policy: 'stacking', version, effectiveFrom },
    rules: DEFAULT_POLICIES.stacking.rules,
    source: { document: '示例通知', clause },
  },
});
const documents = new MemoryDocuments(VIEWS);
for (const event of recorded([adopted(1, '2022-01-01', '五'), adopted(2, '2022-06-01', '五（二）')], scene))
  documents.apply(event);

describe('a rule set', () => {
  it('is told with all its versions, their days and clauses', async () => {
    expect((await policiesOn(documents)).items).toEqual([
      {
        ...{ policy: 'stacking', inForce: 2 },
        versions: [
          { version: 1, effectiveFrom: '2022-01-01', source: { document: '示例通知', clause: '五' } },
          { version: 2, effectiveFrom: '2022-06-01', source: { document: '示例通知', clause: '五（二）' } },
        ],
      },
    ]);
  });

  it('holds from its day on', async () => {
    for (const [day, inForce] of [
      ['2021-12-31', null],
      ['2022-05-31', 1],
      ['2022-06-01', 2],
    ] as const)
      expect(await policyByName(documents, 'stacking', day)).toMatchObject({ inForce });
  });

  it('that nobody adopted is unknown', async () => {
    expect(await policyByName(documents, 'lights')).toBeUndefined();
  });
});
