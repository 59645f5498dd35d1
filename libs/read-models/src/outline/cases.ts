import type { Told } from '#libs/event-sourcing/testing';
import type { OutlineEvent } from '#libs/domain';
import { itemListed, projectTraced, projectUntraced } from '../../../domain/src/outline/examples.js';
import { EXAMPLES, registered } from '../../../domain/src/project/examples.js';
import { outlineEntered } from '../../../domain/src/project/horizon/examples.js';

const onItem = (event: OutlineEvent): Told<OutlineEvent> => ({ ...event, stream: 'outline-rail' });
const item = (shows: object) => ({ outline: { rail: shows } });
const card = (project: object) => ({ 'project-cards': { p1: { project } } });
const known = [registered('RESERVED'), outlineEntered()];

/** Each event of an outline item, with its echoes, and all that it changes in the views. */
export const OUTLINE_CASES = {
  OutlineItemListed: {
    after: [],
    event: onItem(itemListed),
    shows: item({ revision: 0, title: '完善轨道交通网络', throughYear: 2025, traces: [], covered: false }),
  },
  ProjectTraced: {
    after: [onItem(itemListed)],
    event: onItem(projectTraced),
    shows: item({ covered: true, traces: [{ project: 'p1', from: '2022-05-16', to: null }] }),
  },
  ProjectUntraced: {
    after: [onItem(itemListed), onItem(projectTraced)],
    event: onItem(projectUntraced),
    shows: item({ covered: false, traces: [{ project: 'p1', to: '2022-05-16' }] }),
  },
  OutlineEntered: {
    after: known.slice(0, 1),
    event: outlineEntered(),
    shows: card({ horizon: 'RESERVE', outlineItems: ['rail'] }),
  },
  OutlineLeft: {
    after: known,
    event: EXAMPLES.LeaveOutline.event,
    shows: card({ outlineItems: [] }),
  },
  ProjectPromoted: {
    after: known,
    event: EXAMPLES.PromoteProject.event,
    shows: card({ horizon: 'ROLLING' }),
  },
};
