import { DOCUMENT, OFFICE, policies, project, version } from '../../testing.js';
import { APPROVALS } from '../../policy/approvals.js';
import { DEFAULT_POLICIES } from '../../policy/defaults.js';
import { applied, COMMENCED, EXAMPLES, granted, registered } from '../examples.js';
import type { ProjectEvent } from '../events.js';
import { approvalsOn, currentApproval } from './state.js';

const TICK = { type: 'Tick' } as const;
const kind = 'CONSTRUCTION_PERMIT';
const expiring = (occurredOn: string, until: string): ProjectEvent => ({
  type: 'ApprovalExpiring',
  data: { kind, occurredOn, until, policyVersion: 1 },
});
const expired = (occurredOn: string, until: string): ProjectEvent => ({
  type: 'ApprovalExpired',
  data: { kind, occurredOn, until, policyVersion: 1 },
});
const extended = (occurredOn: string, until: string, warnOn: string): ProjectEvent => ({
  type: 'ApprovalExtended',
  data: { kind, occurredOn, document: DOCUMENT, validity: { until, warnOn, policyVersion: 1 } },
});
const WARNED = expiring('2022-07-11', '2022-08-10');

describe('an approval that was granted', () => {
  it.each([
    ['VERIFICATION', '2024-05-10'],
    ['FEASIBILITY', '2024-05-10'],
    ['LAND_PREREVIEW_SITE', '2025-05-10'],
    ['EIA', '2027-05-10'],
    ['CONSTRUCTION_PERMIT', '2022-08-10'],
    ['FILING', undefined],
  ] as const)('%s holds until %s', (kind, until) => {
    const { command } = EXAMPLES.GrantApproval;
    project
      .given(registered())
      .when({ ...command, kind }, { actor: OFFICE })
      .thenMatches({
        data: expect.objectContaining({ validity: until ? expect.objectContaining({ until }) : null }) as object,
      });
  });

  it('takes the rules in force on the day on which it is recorded', () => {
    const rules = {
      ...DEFAULT_POLICIES.approvals.rules,
      validity: { CONSTRUCTION_PERMIT: { months: 1, extensions: 0 } },
    };
    const others = policies({ approvals: [version(1, '2022-01-01', rules), version(2, '2022-05-17', rules)] });
    project
      .given(registered())
      .when(EXAMPLES.GrantApproval.command, { actor: OFFICE, others: { ...others } })
      .thenMatches({
        data: expect.objectContaining({
          validity: { until: '2022-06-10', warnOn: '2022-05-11', policyVersion: 1 },
        }) as object,
      });
  });

  it('is announced before its last day, and expires when that is over', () => {
    const given = [registered(), granted()];
    project
      .given(...given)
      .when(TICK, { now: '2022-07-10T15:59:59.999Z' })
      .thenNothing();
    project
      .given(...given)
      .when(TICK, { now: '2022-07-10T16:00:00.000Z' })
      .then(WARNED);
    project
      .given(...given, WARNED)
      .when(TICK, { now: '2022-08-10T15:59:59.999Z' })
      .thenNothing();
    project
      .given(...given, WARNED)
      .when(TICK, { now: '2022-08-10T16:00:00.000Z' })
      .then(expired('2022-08-11', '2022-08-10'));
  });

  it('has expired once, each with its true day, after a standstill', () => {
    const now = '2023-01-01T00:00:00.000Z';
    const both = [WARNED, expired('2022-08-11', '2022-08-10')];
    project
      .given(registered(), granted())
      .when(TICK, { now })
      .then(...both);
    project
      .given(registered(), granted(), ...both)
      .when(TICK, { now })
      .thenNothing();
  });

  it('is not counted once construction has begun', () => {
    project.given(registered(), granted(), COMMENCED).when(TICK, { now: '2023-01-01T00:00:00.000Z' }).thenNothing();
  });

  it('that expired may be applied for again', () => {
    project
      .given(registered(), granted(), WARNED, expired('2022-08-11', '2022-08-10'))
      .when({ type: 'ApplyForApproval', kind, occurredOn: '2022-08-15' }, { now: '2022-08-16T00:00:00.000Z' })
      .thenMatches({ type: 'ApprovalApplied' });
  });
});

describe('a construction permit', () => {
  const twice = [
    registered(),
    granted(),
    extended('2022-08-01', '2022-11-10', '2022-10-11'),
    extended('2022-11-01', '2023-02-10', '2023-01-11'),
  ];

  it('is extended from its last day, twice at most', () => {
    const { command } = EXAMPLES.ExtendApproval;
    project
      .given(...twice.slice(0, 3))
      .when({ ...command, occurredOn: '2022-08-02' }, { now: '2022-08-02T02:00:00.000Z' })
      .then(extended('2022-08-02', '2023-02-10', '2023-01-11'));
    project
      .given(...twice)
      .when({ ...command, occurredOn: '2022-11-02' }, { now: '2022-11-02T02:00:00.000Z' })
      .thenRefused('APPROVAL_NOT_EXTENDABLE', { extensions: 2, allowed: 2 });
  });

  it('is announced again after each extension', () => {
    project
      .given(registered(), granted(), WARNED, extended('2022-08-01', '2022-11-10', '2022-10-11'))
      .when(TICK, { now: '2022-10-10T16:00:00.000Z' })
      .then(expiring('2022-10-11', '2022-11-10'));
  });
});

describe('an application', () => {
  it('is due after the working days of its kind, counted from the day after acceptance', () => {
    project
      .given(registered())
      .when({ type: 'ApplyForApproval', kind: 'FILING', occurredOn: '2022-04-29' })
      .thenMatches({ data: expect.objectContaining({ dueOn: '2022-05-07' }) as object });
  });

  it('counts how often it came back', () => {
    const { event: returned } = EXAMPLES.ReturnApproval;
    const state = project.given(registered(), applied(), returned, applied(kind, '2022-05-16'), returned).state();
    expect(currentApproval(state, kind)).toMatchObject({ status: 'RETURNED', returns: 2, dueOn: null });
  });
});

describe('the approvals that hold', () => {
  const state = project.given(registered(), granted(), granted('FILING', '2022-05-12', null)).state();

  it.each([
    ['2022-05-09', []],
    ['2022-05-10', [kind]],
    ['2022-05-12', ['FILING', kind]],
    ['2022-08-10', ['FILING', kind]],
    ['2022-08-11', ['FILING']],
  ])('on %s are %j', (day, kinds) => {
    expect(approvalsOn(state, day)).toEqual(kinds);
  });

  it('are of known kinds, each once', () => {
    expect(new Set(APPROVALS).size).toBe(13);
  });
});
