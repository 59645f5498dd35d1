import { endOf } from '../../days.js';
import { currentApproval } from '../approvals/state.js';
import type { Clock } from '../clock.js';
import { wasMemberBy } from '../membership/state.js';
import { isBeforeStart } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { PreparationEvent, PreparationNode } from './events.js';
import { nodeKey, nodeTimeOf, preparationPlanOn } from './state.js';

type Prepared = Pick<ProjectState, 'status' | 'plans' | 'preparation' | 'approvals'>;

/** The nodes that a member of a plan is waited for; after the start of construction none is. */
export function clocksOf(state: Prepared): Clock<PreparationEvent>[] {
  if (!isBeforeStart(state)) return [];
  return (preparationPlanOn(state)?.nodes ?? [])
    .filter((node) => wasMemberBy(state, endOf(node.dueOn)))
    .filter((node) => state.preparation.overdue[nodeKey(node)] !== node.dueOn && !isMet(node, state))
    .map((node) => ({
      rule: `node/${nodeKey(node)}`,
      dueAt: endOf(node.dueOn),
      basis: null,
      event: () => ({ type: 'NodeOverdue', data: node }),
    }));
}

/** Whether what a node waits for has come. */
export const isMet = ({ approval, step }: PreparationNode, state: Prepared): boolean =>
  step === 'REVIEW'
    ? nodeTimeOf(state, approval, 'reviewedAt') !== null
    : currentApproval(state, approval)?.status === 'GRANTED';
