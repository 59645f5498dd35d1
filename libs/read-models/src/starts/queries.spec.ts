import { recorded, type Told } from '#libs/event-sourcing/testing';
import { addDays, DEFAULT_POLICIES, type PolicyAdopted, type PolicyName, type ProjectEvent } from '#libs/domain';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { CORRECTED } from '../../../domain/src/project/corrections/examples.js';
import {
  ASSIGNED,
  COMMENCED,
  EXAMPLES,
  granted,
  planAdopted,
  registered,
  scheduled,
  startPlanned,
} from '../../../domain/src/project/examples.js';
import { projectScene } from '../../../domain/src/testing.js';
import {
  approvalsPage,
  backwardScheduleOf,
  irregularStartsPage,
  preparationPage,
  projectOn,
  startChecklistOf,
  VIEWS,
} from '../index.js';

const rules = (Object.keys(DEFAULT_POLICIES) as PolicyName[]).map((policy): Told<PolicyAdopted> => ({
  type: 'PolicyAdopted',
  stream: `policy-${policy}`,
  data: { policy, version: 1, effectiveFrom: '2022-01-01', ...DEFAULT_POLICIES[policy] } as PolicyAdopted['data'],
}));

function documentsAfter(...events: readonly Told<ProjectEvent>[]): MemoryDocuments {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded<ProjectEvent | PolicyAdopted>([...rules, ...events], projectScene))
    documents.apply(event);
  return documents;
}
/** Corrects the fact at a revision of the project. */
const corrected = (
  revision: number,
  originalType: string,
  original: object,
  replacement: object | null,
  stages: { started: boolean; ended: boolean } | null = null,
) =>
  ({
    ...CORRECTED,
    data: { ...CORRECTED.data, revision, originalType, original, replacement, stages },
  }) as ProjectEvent;

const LIMIT = { limit: 9 };

describe('an irregular start', () => {
  const irregular: ProjectEvent = {
    type: 'CommencementRecorded',
    data: { ...COMMENCED.data, irregular: true, missing: ['EIA'], checklistVersion: 1 },
  };

  it('is listed, and a regular one is not', async () => {
    expect((await irregularStartsPage(documentsAfter(registered(), irregular), LIMIT)).items).toMatchObject([
      { project: 'p1', projectName: '示例道路', startedOn: '2022-03-01', missing: ['EIA'] },
    ]);
    expect((await irregularStartsPage(documentsAfter(registered(), COMMENCED), LIMIT)).items).toEqual([]);
  });

  it('follows the correction of its day, and goes when it is void', async () => {
    const to = (replacement: object | null) =>
      irregularStartsPage(
        documentsAfter(registered(), irregular, corrected(1, irregular.type, irregular.data, replacement)),
        LIMIT,
      );
    expect((await to({ ...irregular.data, occurredOn: '2022-03-05' })).items).toMatchObject([
      { startedOn: '2022-03-05' },
    ]);
    expect((await to(null)).items).toEqual([]);
  });
});

describe('the board of approvals', () => {
  const warned: ProjectEvent = {
    type: 'ApprovalExpiring',
    data: { kind: 'CONSTRUCTION_PERMIT', occurredOn: '2022-07-11', until: '2022-08-10', policyVersion: 1 },
  };
  const expiring = { ...LIMIT, expiring: true };

  it('tells what is about to expire until construction begins, and again if that is found not to be so', async () => {
    const before = [registered(), granted(), warned];
    expect((await approvalsPage(documentsAfter(...before), expiring)).items).toHaveLength(1);
    expect((await approvalsPage(documentsAfter(...before, COMMENCED), expiring)).items).toEqual([]);
    const undone = corrected(3, COMMENCED.type, COMMENCED.data, null, { started: false, ended: false });
    expect((await approvalsPage(documentsAfter(...before, COMMENCED, undone), expiring)).items).toHaveLength(1);
  });

  it('follows a correction to another document, and to none', async () => {
    const { data } = granted();
    const to = (replacement: object | null) =>
      approvalsPage(documentsAfter(registered(), granted(), corrected(1, 'ApprovalGranted', data, replacement)), LIMIT);
    const other = { ...data, occurredOn: '2022-05-11', validity: { ...data.validity, until: '2022-08-11' } };
    expect((await to(other)).items).toMatchObject([{ since: '2022-05-11', validUntil: '2022-08-11' }]);
    expect((await to(null)).items).toEqual([]);
  });

  it('stands as it did on a day', async () => {
    const { occurredOn: appliedOn } = EXAMPLES.ApplyForApproval.event.data as { occurredOn: string };
    const documents = documentsAfter(registered(), EXAMPLES.ApplyForApproval.event, granted(), warned, COMMENCED);
    const standing = async (day: string, of: object = {}) =>
      (await approvalsPage(documents, { ...LIMIT, ...of, day })).items.map(({ status, expiring }) => [
        status,
        expiring,
      ]);
    expect(await standing(addDays(appliedOn, -1))).toEqual([]);
    expect(await standing(appliedOn)).toEqual([['APPLIED', false]]);
    expect(await standing(appliedOn, { status: 'GRANTED' })).toEqual([]);
    expect(await standing(warned.data.occurredOn)).toEqual([['GRANTED', true]]);
    expect(await standing(warned.data.occurredOn, { expiring: true })).toEqual([]);
    expect(await standing(addDays(warned.data.occurredOn, -1))).toEqual([['GRANTED', false]]);
  });

  it('is asked by status, kind and project', async () => {
    const documents = documentsAfter(registered(), EXAMPLES.ApplyForApproval.event, granted('EIA'));
    const kinds = async (query: object) =>
      (await approvalsPage(documents, { ...LIMIT, ...query })).items.map(({ kind, status }) => [kind, status]);
    expect(await kinds({ status: 'GRANTED' })).toEqual([['EIA', 'GRANTED']]);
    expect(await kinds({ kind: 'EIA' })).toEqual([['EIA', 'GRANTED']]);
    expect(await kinds({ project: 'p2' })).toEqual([]);
  });
});

describe('a start that is ahead', () => {
  const { given } = EXAMPLES.AdoptBackwardSchedule;

  it('is counted back with the rules of the day, beside what was adopted', async () => {
    const { inputs: _, policyVersion: __, ...schedule } = scheduled().data;
    const documents = documentsAfter(...given, scheduled());
    expect(await backwardScheduleOf(documents, 'p1', '2022-05-16')).toMatchObject({
      ...schedule,
      adopted: scheduled().data,
    });
    const sooner = await backwardScheduleOf(documents, 'p1', '2022-05-16', '2022-07-01');
    expect(sooner).toMatchObject({ plannedStart: '2022-07-01', beginBy: '2022-05-16', margin: 0 });
  });

  it('has its checklist', async () => {
    const checklist = await startChecklistOf(documentsAfter(...given), 'p1', '2022-05-16');
    expect(checklist).toMatchObject({ missing: ['TENDER', 'CONSTRUCTION_PERMIT'], unwaived: [] });
  });

  it('is unknown of an unknown project, and not to be counted without a planned day or rules', async () => {
    const documents = documentsAfter(registered());
    expect(await backwardScheduleOf(documents, 'p2', '2022-05-16')).toBeUndefined();
    expect(await startChecklistOf(documents, 'p2', '2022-05-16')).toBeUndefined();
    await expect(backwardScheduleOf(documents, 'p1', '2022-05-16')).rejects.toThrow('PLANNED_START_MISSING');
    await expect(startChecklistOf(documents, 'p1', '2021-12-31')).rejects.toThrow('POLICY_NOT_IN_FORCE');
  });
});

describe('the card of a project in preparation', () => {
  it('shows the nodes with their times as they stood on a day', async () => {
    const documents = documentsAfter(
      registered('PRELIMINARY'),
      startPlanned(),
      planAdopted(),
      EXAMPLES.RecordNodeTime.event,
    );
    expect((await projectOn(documents, 'p1', '2022-05-08'))!.preparation).toBeNull();
    const nodes = async (day: string) => (await projectOn(documents, 'p1', day))!.preparation!.nodes;
    expect(await nodes('2022-05-15')).toMatchObject([{ step: 'REVIEW', contactedAt: null }, {}]);
    expect(await nodes('2022-05-16')).toMatchObject([
      { step: 'REVIEW', contactedAt: '2022-05-16', overdue: false },
      {},
    ]);
  });
});

describe('the board of preliminary work', () => {
  const documents = documentsAfter(
    registered('PRELIMINARY'),
    ASSIGNED,
    planAdopted(),
    { type: 'NodeOverdue', data: planAdopted().data.nodes[0]! },
    {
      ...EXAMPLES.IssueReviewOpinion.event,
      data: { ...EXAMPLES.IssueReviewOpinion.event.data, occurredOn: '2022-05-25' },
    } as ProjectEvent,
  );
  const nodesOn = async (day: string, by: object = {}) =>
    (await preparationPage(documents, { day, limit: 9, ...by })).items.map(({ nodes }) => nodes);

  it('has the nodes of each plan, overdue until what they wait for has come', async () => {
    expect(await nodesOn('2022-05-08')).toEqual([]);
    expect(await nodesOn('2022-05-20')).toMatchObject([[{ step: 'REVIEW', done: false, overdue: false }, {}]]);
    expect(await nodesOn('2022-05-24')).toMatchObject([[{ step: 'REVIEW', reviewedAt: null, overdue: true }, {}]]);
    expect(await nodesOn('2022-05-25')).toMatchObject([
      [
        { step: 'REVIEW', reviewedAt: '2022-05-25', done: true, overdue: false },
        { step: 'APPROVAL', done: false },
      ],
    ]);
  });

  it('may be asked for by unit, by project and for what is overdue', async () => {
    for (const by of [{}, { project: 'p1' }, { unit: 'keeper' }]) {
      expect(await nodesOn('2022-05-24', { ...by, overdue: true })).toHaveLength(1);
      expect(await nodesOn('2022-05-25', { ...by, overdue: true })).toEqual([]);
    }
    for (const by of [{ project: 'p2' }, { unit: 'nobody' }]) expect(await nodesOn('2022-05-24', by)).toEqual([]);
    expect((await preparationPage(documents, { limit: 9, unit: 'keeper' })).items).toMatchObject([
      { project: 'p1', projectName: '示例道路', responsibleUnit: 'keeper', leadAuthority: 'authority' },
    ]);
  });
});
