import { AUTHORITY, COLLEAGUE, OFFICE, project, REPORTER } from '../../testing.js';
import { EXAMPLES, HELD, HOLD_REQUESTED, raised, raisedAt, registered, RESOLVED } from '../examples.js';

const TICK = { type: 'Tick' } as const;
const { command: request } = EXAMPLES.RequestHold;
const { command: consent } = EXAMPLES.ConsentToHold;
const { command: resume } = EXAMPLES.ResumeBlocker;
const asked = [registered(), raised(), HOLD_REQUESTED];

const left = (workingDays: number, untilWarning: number | null) => ({
  data: expect.objectContaining({ left: { workingDays, untilWarning, policyVersion: 1 } }) as unknown,
});
const clock = (dueAt: string, warnsAt: string | null) => ({
  data: expect.objectContaining({ clock: { dueAt, warnsAt, policyVersion: 1 } }) as unknown,
});

describe('a pause', () => {
  it('needs the consent of the next level, and of nobody else', () => {
    const given = project.given(...asked);
    for (const role of ['LEGAL_ENTITY', 'DISTRICT_LEADER', 'LEADING_GROUP', 'LG_OFFICE'])
      given
        .when(consent, { actor: { ...OFFICE, role } })
        .thenRefused('CONSENT_OF_NEXT_LEVEL', { level: 'L2_SECTOR_AUTHORITY' });
    given.when(consent, { actor: AUTHORITY }).then(HELD);
  });

  it('at the highest level needs another person of it', () => {
    const requested = { ...HOLD_REQUESTED, data: { ...HOLD_REQUESTED.data, requestedBy: OFFICE.id } };
    const given = project.given(registered(), raisedAt('L4_LEADING_GROUP'), requested);
    given.when(consent, { actor: OFFICE }).thenRefused('CONSENTER_IS_REQUESTER');
    given.when(consent, { actor: COLLEAGUE }).thenMatches({ type: 'BlockerHeld' });
  });

  it('that was asked for stops no clock', () => {
    project
      .given(...asked)
      .when(TICK, { now: '2022-05-24T00:00:00.000Z' })
      .thenMatches({ type: 'BlockerWarned' }, { type: 'BlockerEscalated' });
  });

  it('lapses when the matter climbs before the consent', () => {
    project
      .given(...asked)
      .when(consent, { actor: AUTHORITY, now: '2022-05-24T02:00:00.000Z' })
      .thenRefused('HOLD_NOT_REQUESTED');
  });

  it('stops warning and end', () => {
    project
      .given(...asked, HELD)
      .when(TICK, { now: '2023-01-01T00:00:00.000Z' })
      .thenNothing();
  });

  it('lets nothing be done about the matter but resolving it', () => {
    const given = project.given(...asked, HELD);
    for (const type of ['AcceptBlocker', 'EscalateBlocker', 'RequestHold'] as const)
      given.when(EXAMPLES[type].command).thenRefused('BLOCKER_ON_HOLD');
    given.when(EXAMPLES.ResolveBlocker.command, { actor: REPORTER }).then(RESOLVED);
    given.when(request).thenRefused('BLOCKER_ON_HOLD');
  });
});

/** Raised on Monday 16 May: 17 to 20 May lead to the warning, 23 May is the last day. */
describe('what is left of the time', () => {
  it.each([
    ['on the day of arrival', '2022-05-16T09:00:00.000Z', 5, 4],
    ['on the second of its days', '2022-05-18T02:00:00.000Z', 3, 2],
    ['on the eve of the warning', '2022-05-20T02:00:00.000Z', 1, 0],
  ])('%s', (_, now, workingDays, untilWarning) => {
    project
      .given(...asked)
      .when(consent, { actor: AUTHORITY, now })
      .thenMatches(left(workingDays, untilWarning));
  });

  it('after the warning has no other one', () => {
    project
      .given(...asked)
      .when(consent, { actor: AUTHORITY, now: '2022-05-21T02:00:00.000Z' })
      .thenMatches({ type: 'BlockerWarned' }, left(1, null));
    project
      .given(...asked)
      .when(consent, { actor: AUTHORITY, now: '2022-05-23T02:00:00.000Z' })
      .thenMatches({ type: 'BlockerWarned' }, left(0, null));
  });

  const held = (workingDays: number, untilWarning: number | null) =>
    project.given(...asked, { ...HELD, data: { ...HELD.data, left: { workingDays, untilWarning, policyVersion: 1 } } });

  it('goes on with the next working day', () => {
    // Thursday 2 June, before the Dragon Boat Festival.
    held(3, 2)
      .when(resume, { now: '2022-06-02T02:00:00.000Z' })
      .thenMatches(clock('2022-06-08T16:00:00.000Z', '2022-06-07T16:00:00.000Z'));
  });

  it('that is none still has the day itself, or the next one that is worked', () => {
    held(0, null)
      .when(resume, { now: '2022-06-02T02:00:00.000Z' })
      .thenMatches(clock('2022-06-02T16:00:00.000Z', null));
    held(0, null)
      .when(resume, { now: '2022-06-03T02:00:00.000Z' })
      .thenMatches(clock('2022-06-06T16:00:00.000Z', null));
  });

  it('is the old end where the pause begins and ends on one day', () => {
    project
      .given(...asked, HELD)
      .when(resume)
      .thenMatches(clock('2022-05-23T16:00:00.000Z', '2022-05-20T16:00:00.000Z'));
  });
});
