import type { CommandOf } from '../../shapes.js';
import { refuse } from '../../refusals.js';
import { currentStatus, type StagesState } from '../stages/state.js';
import type { ReportCommand } from './commands.js';
import type { CostSplit, Figures, ReportDetails } from './events.js';

/** What a report tells beside its figures; throws where it does not fit them, or what the project's stage asks for is missing. */
export function detailsOf(
  { month, figures, ...told }: CommandOf<ReportCommand, 'SubmitReport'>,
  state: StagesState,
): ReportDetails {
  const { stage = null, imageProgress = null, costs = null, preliminary = null } = told;
  const isPreliminary = currentStatus(state) === 'PRELIMINARY';
  if (isPreliminary && preliminary === null) throw refuse('PRELIMINARY_WORK_UNTOLD', { month });
  if (!isPreliminary && preliminary !== null) throw refuse('NOT_IN_PRELIMINARY_WORK', { month });
  if (costs) requireWhole(costs, figures);
  return { stage, imageProgress, costs, preliminary };
}

function requireWhole({ civilWorks, installation, landAndOther }: CostSplit, { month: expected }: Figures): void {
  const sum = civilWorks + installation + landAndOther;
  if (sum !== expected) throw refuse('COSTS_DO_NOT_SUM', { expected, sum });
}
