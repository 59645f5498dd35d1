import { valueOn } from '#libs/event-sourcing/pure';
import { BEFORE_START, type Milestone, type PlanEntry, type Status } from '#libs/domain';
import type { RowProject } from '../lists/row.js';

/** 开工, 完工, 投用: what a rate is taken of, each with the milestone by which it was planned. */
export const STAGES = {
  start: 'COMMENCEMENT',
  finish: 'COMPLETION',
  service: 'COMMISSIONING',
} as const satisfies Record<string, Milestone>;
export type Stage = keyof typeof STAGES;

/** Planned for the year, planned up to the day, and of each of them what is done. */
const COUNTS = ['Planned', 'Due', 'Done', 'DueDone'] as const;
export type StageMeasure = `${Stage}${(typeof COUNTS)[number]}`;
export const STAGE_MEASURES = (Object.keys(STAGES) as Stage[]).flatMap((stage) =>
  COUNTS.map((count): StageMeasure => `${stage}${count}`),
);

const IS_DONE: Readonly<Record<Stage, (status: Status) => boolean>> = {
  start: (status) => !BEFORE_START.includes(status) && status !== 'CANCELLED',
  finish: (status) => status === 'COMPLETED' || status === 'IN_SERVICE',
  service: (status) => status === 'IN_SERVICE',
};

/** A new start is planned for the year by its category (计划新开工), the rest by the date of its milestone. */
export function stagesOn(
  { milestones }: RowProject,
  { category }: PlanEntry,
  status: Status,
  year: number,
  day: string,
): Record<StageMeasure, number> {
  const counts = {} as Record<StageMeasure, number>;
  for (const [stage, milestone] of Object.entries(STAGES) as [Stage, Milestone][]) {
    const date = valueOn(milestones[milestone] ?? [], day) ?? null;
    const inYear = date !== null && date <= `${year}-12-31`;
    const planned = stage === 'start' ? category === 'NEW_START' : category !== 'PRELIMINARY' && inYear;
    const due = planned && date !== null && date <= day;
    const done = planned && IS_DONE[stage](status);
    Object.assign(counts, {
      [`${stage}Planned`]: Number(planned),
      [`${stage}Due`]: Number(due),
      [`${stage}Done`]: Number(done),
      [`${stage}DueDone`]: Number(due && done),
    });
  }
  return counts;
}
