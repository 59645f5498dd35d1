import { DOCUMENT, OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { planAdopted, registered } from '../samples.js';
import type { PreparationCommand } from './commands.js';

const on = '2022-05-16';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<PreparationCommand> = {
  AdoptPreparationPlan: {
    given: [registered('PRELIMINARY')],
    command: {
      type: 'AdoptPreparationPlan',
      occurredOn: '2022-05-09',
      nodes: planAdopted().data.nodes,
      reason: null,
      document: null,
    },
    by: OFFICE,
    event: planAdopted(),
    again: 'nothing',
  },
  RecordNodeTime: {
    given: [registered('PRELIMINARY')],
    command: { type: 'RecordNodeTime', occurredOn: on, approval: 'EIA', time: 'contactedAt' },
    by: OFFICE,
    event: { type: 'NodeTimeRecorded', data: { occurredOn: on, approval: 'EIA', time: 'contactedAt' } },
    again: 'nothing',
  },
  IssueReviewOpinion: {
    given: [registered('PRELIMINARY')],
    command: { type: 'IssueReviewOpinion', occurredOn: on, approval: 'EIA', opinion: 'PASSED', document: DOCUMENT },
    by: OFFICE,
    event: {
      type: 'ReviewOpinionIssued',
      data: { occurredOn: on, approval: 'EIA', opinion: 'PASSED', document: DOCUMENT },
    },
    again: 'nothing',
  },
};
