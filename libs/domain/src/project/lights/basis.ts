import type { Dimension } from '../../policy/lights.js';
import type { ProjectEvent } from '../events.js';
import type { LightsState } from './state.js';

const STAGES = [
  'ProjectRegistered',
  'CommencementRecorded',
  'SuspensionReported',
  'ResumptionReported',
  'ProjectCompleted',
  'ProjectPutInService',
  'ProjectCancelled',
] as const;

/** The facts by which each dimension is judged. */
const FACTS: Readonly<Record<Dimension, readonly ProjectEvent['type'][]>> = {
  START: [...STAGES, 'MilestonesScheduled', 'MilestoneRescheduled'],
  PROGRESS: [
    ...STAGES,
    'MilestonesScheduled',
    'MilestoneRescheduled',
    'OpeningFiguresRecorded',
    'SuspensionRecognised',
  ],
  STATISTICS: [...STAGES, 'StatisticsEntered'],
  PAYMENT: [...STAGES, 'FundingPaid'],
  PRELIMINARY: [
    ...STAGES,
    'PreparationPlanAdopted',
    'NodeTimeRecorded',
    'ReviewOpinionIssued',
    'ApprovalApplied',
    'ApprovalReturned',
    'ApprovalGranted',
    'ApprovalExtended',
    'ApprovalRefused',
    'ApprovalRevoked',
  ],
};

/** The lights from a day on that such a fact was looked at for stand, and are marked. */
export const withLightsMarked = (lights: LightsState['lights'], type: string, since: string): LightsState['lights'] =>
  lights.map((fact) => {
    if (fact.on < since || fact.value === null) return fact;
    const marked = Object.entries(fact.value.lights).map(([dimension, light]) => [
      dimension,
      FACTS[dimension as Dimension].some((each) => each === type) ? { ...light, basisCorrected: true } : light,
    ]);
    return { ...fact, value: { ...fact.value, lights: Object.fromEntries(marked) } };
  });
