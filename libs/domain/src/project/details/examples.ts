import { DETAILS, DOCUMENT, OFFICE, PROJECT_CODE_OF_P1, yi } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered } from '../samples.js';
import type { DetailsCommand } from './commands.js';

const on = '2022-05-16';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<DetailsCommand> = {
  RegisterProject: {
    given: [],
    command: {
      type: 'RegisterProject',
      occurredOn: '2022-01-01',
      details: DETAILS,
      status: 'PLANNED_START',
      currency: 'CNY',
      programme: null,
    },
    by: OFFICE,
    event: registered(),
    again: 'PROJECT_EXISTS',
  },
  ChangeDetails: {
    given: [registered()],
    command: { type: 'ChangeDetails', occurredOn: on, changes: { name: '示例大道' } },
    by: OFFICE,
    event: { type: 'ProjectDetailsChanged', data: { occurredOn: on, changes: { name: '示例大道' } } },
    again: 'nothing',
  },
  RenameProject: {
    given: [registered()],
    command: { type: 'RenameProject', occurredOn: on, name: '示例大道', document: DOCUMENT },
    by: OFFICE,
    event: { type: 'ProjectRenamed', data: { occurredOn: on, name: '示例大道', document: DOCUMENT } },
    again: 'nothing',
  },
  AssignProjectCode: {
    given: [registered()],
    command: { type: 'AssignProjectCode', code: PROJECT_CODE_OF_P1 },
    by: OFFICE,
    event: { type: 'ProjectCodeAssigned', data: { code: PROJECT_CODE_OF_P1 } },
    again: 'nothing',
  },
  TagProject: {
    given: [registered()],
    command: { type: 'TagProject', occurredOn: on, tags: ['STEADY_INVESTMENT'] },
    by: OFFICE,
    event: { type: 'ProjectTagged', data: { occurredOn: on, tags: ['STEADY_INVESTMENT'] } },
    again: 'nothing',
  },
  ChangeTotalInvestment: {
    given: [registered()],
    command: { type: 'ChangeTotalInvestment', occurredOn: on, amount: yi(5), reason: '方案调整' },
    by: OFFICE,
    event: { type: 'TotalInvestmentChanged', data: { occurredOn: on, amount: yi(5), reason: '方案调整' } },
    again: 'nothing',
  },
  ReportSourcePhase: {
    given: [registered()],
    command: { type: 'ReportSourcePhase', occurredOn: on, phase: 'Construction' },
    by: OFFICE,
    event: { type: 'SourcePhaseReported', data: { occurredOn: on, phase: 'Construction' } },
    again: 'nothing',
  },
};
