import { DOCUMENT, OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered, COMMENCED, SUSPENDED, COMPLETED, IN_SERVICE, CANCELLED } from '../samples.js';
import type { StageCommand } from './commands.js';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<StageCommand> = {
  ReserveProject: {
    given: [registered('CONCEIVED')],
    command: { type: 'ReserveProject', occurredOn: '2022-02-01', document: null },
    by: OFFICE,
    event: { type: 'ProjectReserved', data: { occurredOn: '2022-02-01', document: null } },
    again: 'nothing',
  },
  BeginPreliminaryWork: {
    given: [registered('RESERVED')],
    command: { type: 'BeginPreliminaryWork', occurredOn: '2022-03-01', document: DOCUMENT },
    by: OFFICE,
    event: { type: 'PreliminaryWorkBegun', data: { occurredOn: '2022-03-01', document: DOCUMENT } },
    again: 'nothing',
  },
  RecordCommencement: {
    given: [registered()],
    command: { type: 'RecordCommencement', occurredOn: '2022-03-01', document: DOCUMENT },
    by: OFFICE,
    event: COMMENCED,
    again: 'nothing',
  },
  Suspend: {
    given: [registered(), COMMENCED],
    command: { type: 'Suspend', occurredOn: '2022-04-01', reason: '资金未到位' },
    by: OFFICE,
    event: SUSPENDED,
    again: 'nothing',
  },
  Resume: {
    given: [registered(), COMMENCED, SUSPENDED],
    command: { type: 'Resume', occurredOn: '2022-05-01', document: null },
    by: OFFICE,
    event: { type: 'ResumptionReported', data: { occurredOn: '2022-05-01', document: null } },
    again: 'nothing',
  },
  Complete: {
    given: [registered(), COMMENCED],
    command: { type: 'Complete', occurredOn: '2022-05-10', document: DOCUMENT },
    by: OFFICE,
    event: COMPLETED,
    again: 'nothing',
  },
  PutInService: {
    given: [registered(), COMMENCED, COMPLETED],
    command: { type: 'PutInService', occurredOn: '2022-05-12', document: null },
    by: OFFICE,
    event: IN_SERVICE,
    again: 'nothing',
  },
  Cancel: {
    given: [registered()],
    command: { type: 'Cancel', occurredOn: '2022-05-12', reason: '不再实施', document: DOCUMENT },
    by: OFFICE,
    event: CANCELLED,
    again: 'nothing',
  },
};
