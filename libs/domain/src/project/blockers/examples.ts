import { OFFICE, REPORTER } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered, raised, RESOLVED, BLOCKER_ACCEPTED } from '../samples.js';
import type { BlockerCommand } from './commands.js';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<BlockerCommand> = {
  RaiseBlocker: {
    given: [registered()],
    command: { type: 'RaiseBlocker', occurredOn: '2022-05-15', category: 'LAND', description: '征地未完成' },
    by: REPORTER,
    event: raised(),
    again: 'another',
  },
  AcceptBlocker: {
    given: [registered(), raised()],
    command: { type: 'AcceptBlocker', blocker: 'new-blocker' },
    by: OFFICE,
    event: BLOCKER_ACCEPTED,
    again: 'nothing',
  },
  EscalateBlocker: {
    given: [registered(), raised()],
    command: { type: 'EscalateBlocker', blocker: 'new-blocker', from: 'L1_LEGAL_ENTITY', outcome: '超出权限' },
    by: OFFICE,
    event: {
      type: 'BlockerEscalated',
      data: {
        blocker: 'new-blocker',
        from: 'L1_LEGAL_ENTITY',
        to: 'L2_SECTOR_AUTHORITY',
        cause: 'BEYOND_POWERS',
        outcome: '超出权限',
        arrivedAt: '2022-05-16T02:00:00.000Z',
        policyVersion: null,
        clock: { dueAt: '2022-05-23T16:00:00.000Z', policyVersion: 1 },
      },
    },
    again: 'LEVEL_NOT_HELD',
  },
  ResolveBlocker: {
    given: [registered(), raised()],
    command: { type: 'ResolveBlocker', blocker: 'new-blocker', resolution: '已完成征地' },
    by: REPORTER,
    event: RESOLVED,
    again: 'BLOCKER_NOT_OPEN',
  },
  CloseBlocker: {
    given: [registered(), raised(), RESOLVED],
    command: { type: 'CloseBlocker', blocker: 'new-blocker' },
    by: OFFICE,
    event: { type: 'BlockerClosed', data: { blocker: 'new-blocker' } },
    again: 'nothing',
  },
};
