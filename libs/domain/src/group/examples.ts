import type { RefusalCode } from '../refusals.js';
import { DOCUMENT } from '../testing.js';
import type { LeadingGroupCommand } from './commands.js';
import type { LeadingGroupEvent } from './events.js';

export const groupFormed: LeadingGroupEvent = {
  type: 'LeadingGroupFormed',
  data: {
    occurredOn: '2022-01-01',
    leader: 'leader-1',
    office: 'drc',
    members: ['drc', 'authority'],
    document: DOCUMENT,
  },
};
export const projectGroupFormed: LeadingGroupEvent = {
  type: 'ProjectGroupFormed',
  data: { occurredOn: '2022-02-01', group: 'rail', name: '轨道项目组', members: ['authority'], document: DOCUMENT },
};
export const portfolioAssigned: LeadingGroupEvent = {
  type: 'LeaderPortfolioAssigned',
  data: {
    occurredOn: '2022-02-01',
    leader: 'leader-2',
    sectors: ['transport'],
    units: ['authority'],
    document: DOCUMENT,
  },
};

export interface LeadingGroupExample<Type extends LeadingGroupCommand['type']> {
  readonly given: readonly LeadingGroupEvent[];
  readonly command: Extract<LeadingGroupCommand, { type: Type }>;
  readonly event: LeadingGroupEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | RefusalCode;
}

const ended = { occurredOn: '2022-05-16', document: DOCUMENT };

/** For each command of the leading group the plain case. */
export const LEADING_GROUP_EXAMPLES: {
  readonly [Type in LeadingGroupCommand['type']]: LeadingGroupExample<Type>;
} = {
  FormLeadingGroup: {
    given: [],
    command: {
      type: 'FormLeadingGroup',
      occurredOn: '2022-01-01',
      leader: 'leader-1',
      office: 'drc',
      members: ['drc', 'authority'],
      document: DOCUMENT,
    },
    event: groupFormed,
    again: 'nothing',
  },
  FormProjectGroup: {
    given: [groupFormed],
    command: {
      type: 'FormProjectGroup',
      occurredOn: '2022-02-01',
      group: 'rail',
      name: '轨道项目组',
      members: ['authority'],
      document: DOCUMENT,
    },
    event: projectGroupFormed,
    again: 'nothing',
  },
  DissolveProjectGroup: {
    given: [groupFormed, projectGroupFormed],
    command: { type: 'DissolveProjectGroup', group: 'rail', ...ended },
    event: { type: 'ProjectGroupDissolved', data: { group: 'rail', ...ended } },
    again: 'nothing',
  },
  AssignLeaderPortfolio: {
    given: [groupFormed],
    command: {
      type: 'AssignLeaderPortfolio',
      occurredOn: '2022-02-01',
      leader: 'leader-2',
      sectors: ['transport'],
      units: ['authority'],
      document: DOCUMENT,
    },
    event: portfolioAssigned,
    again: 'nothing',
  },
  EndLeaderPortfolio: {
    given: [groupFormed, portfolioAssigned],
    command: { type: 'EndLeaderPortfolio', leader: 'leader-2', ...ended },
    event: { type: 'LeaderPortfolioEnded', data: { leader: 'leader-2', ...ended } },
    again: 'nothing',
  },
};
