import { AUTHORITY, OFFICE, REPORTER } from '../../testing.js';
import type { Examples } from '../example.js';
import { BLOCKER_ACCEPTED, HELD, HOLD_REQUESTED, raised, raisedAt, registered, RESOLVED } from '../samples.js';
import type { BlockerCommand } from './commands.js';

/** Of a level that is reached on Monday 16 May. */
const CLOCK = { dueAt: '2022-05-23T16:00:00.000Z', warnsAt: '2022-05-20T16:00:00.000Z', policyVersion: 1 };

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
        clock: CLOCK,
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
  ReturnBlockerDown: {
    given: [registered(), raisedAt('L2_SECTOR_AUTHORITY')],
    command: {
      type: 'ReturnBlockerDown',
      blocker: 'new-blocker',
      from: 'L2_SECTOR_AUTHORITY',
      instructions: '先与村委会签订补偿协议',
    },
    by: AUTHORITY,
    event: {
      type: 'BlockerReturnedDown',
      data: {
        blocker: 'new-blocker',
        from: 'L2_SECTOR_AUTHORITY',
        to: 'L1_LEGAL_ENTITY',
        instructions: '先与村委会签订补偿协议',
        arrivedAt: '2022-05-16T02:00:00.000Z',
        clock: CLOCK,
      },
    },
    again: 'LEVEL_NOT_HELD',
  },
  RequestHold: {
    given: [registered(), raised()],
    command: { type: 'RequestHold', blocker: 'new-blocker', reason: '汛期停工' },
    by: REPORTER,
    event: HOLD_REQUESTED,
    again: 'nothing',
  },
  ConsentToHold: {
    given: [registered(), raised(), HOLD_REQUESTED],
    command: { type: 'ConsentToHold', blocker: 'new-blocker' },
    by: AUTHORITY,
    event: HELD,
    again: 'nothing',
  },
  ResumeBlocker: {
    given: [registered(), raised(), HOLD_REQUESTED, HELD],
    command: { type: 'ResumeBlocker', blocker: 'new-blocker' },
    by: OFFICE,
    event: {
      type: 'BlockerResumed',
      data: { blocker: 'new-blocker', level: 'L1_LEGAL_ENTITY', status: 'RAISED', clock: CLOCK },
    },
    again: 'BLOCKER_NOT_ON_HOLD',
  },
  RecordLevelOutcome: {
    given: [registered(), raisedAt('L2_SECTOR_AUTHORITY')],
    command: {
      type: 'RecordLevelOutcome',
      blocker: 'new-blocker',
      level: 'L1_LEGAL_ENTITY',
      outcome: '两次协商未果',
    },
    by: OFFICE,
    event: {
      type: 'BlockerOutcomeRecorded',
      data: { blocker: 'new-blocker', level: 'L1_LEGAL_ENTITY', outcome: '两次协商未果' },
    },
    again: 'nothing',
  },
  ReopenBlocker: {
    given: [registered(), raised(), RESOLVED],
    command: { type: 'ReopenBlocker', blocker: 'new-blocker', reason: '村民再次阻工' },
    by: OFFICE,
    event: {
      type: 'BlockerReopened',
      data: {
        ...{ blocker: 'new-blocker', reason: '村民再次阻工', level: 'L1_LEGAL_ENTITY' },
        clock: CLOCK,
      },
    },
    again: 'BLOCKER_STILL_OPEN',
  },
};
