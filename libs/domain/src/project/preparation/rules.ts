import { holds, type Rules } from '#libs/event-sourcing/pure';
import { requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { ProjectState } from '../state.js';
import type { PreparationCommand } from './commands.js';
import type { PreparationEvent } from './events.js';
import { nodeKey, nodeTimeOf, preparationPlanOn } from './state.js';

export const RULES: Rules<ProjectState, PreparationCommand, PreparationEvent> = {
  AdoptPreparationPlan({ occurredOn, nodes, reason, document }, state, at) {
    requirePast(occurredOn, at);
    const keys = nodes.map(nodeKey);
    const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
    if (repeated >= 0) throw refuse('NODE_NAMED_TWICE', { field: `nodes/${repeated}` });
    const before = preparationPlanOn(state, occurredOn)?.nodes ?? [];
    const moved = before.filter((old) =>
      nodes.some((node) => nodeKey(node) === nodeKey(old) && node.dueOn !== old.dueOn),
    );
    if (moved.length > 0 && reason === null) throw refuse('NODE_MOVED_WITHOUT_REASON', { nodes: moved.map(nodeKey) });
    const version = state.preparation.plan.length + 1;
    if (version > 1 && JSON.stringify(before) === JSON.stringify(nodes)) return [];
    return [{ type: 'PreparationPlanAdopted', data: { occurredOn, version, nodes, reason, document } }];
  },

  RecordNodeTime({ occurredOn, approval, time }, state, at) {
    requirePast(occurredOn, at);
    const known = nodeTimeOf(state, approval, time);
    // Only an earlier day says something new of a first time.
    if (known !== null && known <= occurredOn) return [];
    return [{ type: 'NodeTimeRecorded', data: { occurredOn, approval, time } }];
  },

  IssueReviewOpinion({ occurredOn, approval, opinion, document }, { preparation }, at) {
    requirePast(occurredOn, at);
    if (holds(preparation.opinions[approval] ?? [], occurredOn, opinion)) return [];
    return [{ type: 'ReviewOpinionIssued', data: { occurredOn, approval, opinion, document } }];
  },
};
