import { LEVELS } from '../../policy/escalation.js';
import { inCharge, LEADER, OFFICE, project, REPORTER } from '../../testing.js';
import { EXAMPLES, raised, registered, RESOLVED } from '../examples.js';
import type { ProjectEvent } from '../events.js';

const clock = (dueAt: string, warnsAt: unknown = expect.any(String)) => ({
  data: expect.objectContaining({ clock: { dueAt, warnsAt, policyVersion: 1 } }) as unknown,
});

describe('the first level', () => {
  it.each([
    ['a Monday', '2022-05-16', '2022-05-23'],
    ['a Friday before the May holidays with a working Saturday behind them', '2022-04-29', '2022-05-10'],
    ['a Saturday', '2022-05-21', '2022-05-27'],
    ['the last working day before the National Day week', '2022-09-30', '2022-10-12'],
  ])('has five working days from the day after %s', (_, day, last) => {
    project
      .given(registered())
      .when({ ...EXAMPLES.RaiseBlocker.command, occurredOn: day }, { now: `${day}T02:00:00.000Z` })
      .thenMatches(clock(`${last}T16:00:00.000Z`));
  });

  it('has its time from when it was told, however old the matter is', () => {
    project
      .given(registered())
      .when({ ...EXAMPLES.RaiseBlocker.command, occurredOn: '2022-01-01' })
      .thenMatches(clock('2022-05-23T16:00:00.000Z'));
  });
});

describe('escalation by the holder', () => {
  const { command } = EXAMPLES.EscalateBlocker;
  const at = (level: (typeof LEVELS)[number]): ProjectEvent => ({
    type: 'BlockerRaised',
    data: { ...raised().data, level },
  });

  it.each(LEVELS.slice(0, -1).map((from, index) => [from, LEVELS[index + 1]!] as const))(
    'leads from %s to %s',
    (from, to) => {
      project
        .given(registered(), at(from))
        .when({ ...command, from })
        .thenMatches({ data: expect.objectContaining({ from, to, cause: 'BEYOND_POWERS' }) as unknown });
    },
  );

  it('skips no level: only the one that holds it can give it on', () => {
    for (const level of LEVELS)
      for (const from of LEVELS.filter((other) => other !== level))
        project
          .given(registered(), at(level))
          .when({ ...command, from })
          .thenRefused('LEVEL_NOT_HELD', { level });
  });

  it('ends at the highest level, which is flagged from month to month', () => {
    project
      .given(registered(), at('L4_LEADING_GROUP'))
      .when({ ...command, from: 'L4_LEADING_GROUP' })
      .thenRefused('LEVEL_IS_HIGHEST');
    project
      .given(registered(), at('L3_DISTRICT_LEADER'))
      .when({ ...command, from: 'L3_DISTRICT_LEADER' })
      .thenMatches(clock('2022-06-16T16:00:00.000Z', null));
  });
});

describe('the district leader', () => {
  const given = project.given(registered(), raised());
  const { command } = EXAMPLES.AcceptBlocker;

  it('acts where they are in charge, and where nobody is', () => {
    given.when(command, { actor: LEADER, others: inCharge(LEADER.id) }).thenMatches({ type: 'BlockerAccepted' });
    given.when(command, { actor: LEADER }).thenMatches({ type: 'BlockerAccepted' });
  });

  it("leaves another leader's projects alone", () => {
    given
      .when(command, { actor: LEADER, others: inCharge('leader-1') })
      .thenRefused('LEADER_NOT_IN_CHARGE', { leader: 'leader-1' });
  });
});

describe('a blocker that is resolved', () => {
  const given = project.given(registered(), raised(), RESOLVED);

  it.each(['AcceptBlocker', 'EscalateBlocker', 'ResolveBlocker'] as const)('takes no %s', (type) => {
    given.when(EXAMPLES[type].command).thenRefused('BLOCKER_NOT_OPEN', { blocker: 'new-blocker' });
  });

  it('is closed by someone other than the resolver', () => {
    given.when(EXAMPLES.CloseBlocker.command, { actor: REPORTER }).thenRefused('CLOSER_IS_RESOLVER');
    given.when(EXAMPLES.CloseBlocker.command, { actor: OFFICE }).then(EXAMPLES.CloseBlocker.event);
  });

  it('is no blocker of another name', () => {
    for (const type of ['AcceptBlocker', 'EscalateBlocker', 'ResolveBlocker', 'CloseBlocker'] as const)
      project.given(registered()).when(EXAMPLES[type].command).thenRefused('UNKNOWN_BLOCKER');
  });
});

describe('a blocker that is open', () => {
  it('is not closed', () => {
    for (const given of [[raised()], [raised(), EXAMPLES.AcceptBlocker.event]])
      project
        .given(registered(), ...given)
        .when(EXAMPLES.CloseBlocker.command, { actor: OFFICE })
        .thenRefused('BLOCKER_NOT_RESOLVED');
  });
});
