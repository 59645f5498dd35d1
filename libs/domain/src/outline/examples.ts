import type { RefusalCode } from '../refusals.js';
import { DOCUMENT } from '../testing.js';
import type { OutlineCommand } from './commands.js';
import type { OutlineEvent } from './events.js';

const ITEM = {
  title: '完善轨道交通网络',
  fromYear: 2021,
  throughYear: 2025,
  leadUnit: 'authority',
  document: DOCUMENT,
};
export const itemListed: OutlineEvent = { type: 'OutlineItemListed', data: ITEM };
export const projectTraced: OutlineEvent = { type: 'ProjectTraced', data: { project: 'p1' } };
export const projectUntraced: OutlineEvent = {
  type: 'ProjectUntraced',
  data: { project: 'p1', reason: '项目内容与事项不符' },
};

export interface OutlineExample<Type extends OutlineCommand['type']> {
  readonly given: readonly OutlineEvent[];
  readonly command: Extract<OutlineCommand, { type: Type }>;
  readonly event: OutlineEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | RefusalCode;
}

/** For each command of an outline item the plain case. */
export const OUTLINE_EXAMPLES: { readonly [Type in OutlineCommand['type']]: OutlineExample<Type> } = {
  ListOutlineItem: {
    given: [],
    command: { type: 'ListOutlineItem', ...ITEM },
    event: itemListed,
    again: 'OUTLINE_ITEM_EXISTS',
  },
  TraceProject: {
    given: [itemListed],
    command: { type: 'TraceProject', project: 'p1' },
    event: projectTraced,
    again: 'nothing',
  },
  UntraceProject: {
    given: [itemListed, projectTraced],
    command: { type: 'UntraceProject', project: 'p1', reason: '项目内容与事项不符' },
    event: projectUntraced,
    again: 'PROJECT_NOT_TRACED',
  },
};
