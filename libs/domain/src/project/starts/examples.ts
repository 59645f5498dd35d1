import { DOCUMENT, OFFICE, RESPONSIBILITIES } from '../../testing.js';
import type { Examples } from '../example.js';
import {
  commencementReported,
  ENTERED,
  granted,
  registered,
  scheduled,
  startPlanned,
  waiverProposed,
} from '../samples.js';
import type { StartCommand } from './commands.js';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<StartCommand> = {
  PlanNewStart: {
    given: [
      registered('PRELIMINARY'),
      {
        type: 'ResponsibilitiesAssigned',
        data: { occurredOn: '2022-01-01', responsibilities: RESPONSIBILITIES },
      },
      startPlanned(),
      ENTERED,
      scheduled(),
    ],
    command: { type: 'PlanNewStart' },
    by: OFFICE,
    event: { type: 'NewStartPlanned', data: { year: 2022, plannedStart: '2022-12-01' } },
    again: 'nothing',
  },
  ProposeWaiver: {
    given: [registered()],
    command: { type: 'ProposeWaiver', approval: 'PROPOSAL', reason: '与可研合并办理' },
    by: OFFICE,
    event: waiverProposed,
    again: 'nothing',
  },
  ConfirmWaiver: {
    given: [registered(), waiverProposed],
    command: { type: 'ConfirmWaiver', approval: 'PROPOSAL' },
    by: OFFICE,
    event: { type: 'WaiverConfirmed', data: { approval: 'PROPOSAL' } },
    again: 'nothing',
  },
  ReportCommencement: {
    given: [registered()],
    command: { type: 'ReportCommencement', occurredOn: '2022-05-12', document: DOCUMENT },
    by: { id: 'keeper-1', role: 'RESPONSIBLE_UNIT', unit: 'keeper' },
    event: commencementReported(),
    again: 'nothing',
  },
  ConfirmCommencement: {
    given: [registered(), granted('PROPOSAL', '2022-03-01', null), commencementReported()],
    command: { type: 'ConfirmCommencement' },
    by: OFFICE,
    event: {
      type: 'CommencementRecorded',
      data: {
        occurredOn: '2022-05-12',
        document: DOCUMENT,
        irregular: true,
        missing: scheduled().data.inputs.checklist.slice(1),
        checklistVersion: 1,
      },
    },
    again: 'nothing',
  },
};
