import type { Command } from '../../shapes.js';

/** The planned start is that of the milestones. */
export type SchedulingCommand = Command<'AdoptBackwardSchedule'>;
