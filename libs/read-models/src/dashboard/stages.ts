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

const NONE = Object.fromEntries(STAGE_MEASURES.map((measure) => [measure, 0])) as Record<StageMeasure, number>;

const IS_DONE: Readonly<Record<Stage, (status: Status) => boolean>> = {
  start: (status) => !BEFORE_START.includes(status) && status !== 'CANCELLED',
  finish: (status) => status === 'COMPLETED' || status === 'IN_SERVICE',
  service: (status) => status === 'IN_SERVICE',
};

/** The names of a stage's measures, made once: they are set for each day of each project. */
const NAMES = Object.entries(STAGES).map(([stage, milestone]) => ({
  stage: stage as Stage,
  milestone: milestone as Milestone,
  planned: `${stage as Stage}Planned` as const,
  due: `${stage as Stage}Due` as const,
  done: `${stage as Stage}Done` as const,
  dueDone: `${stage as Stage}DueDone` as const,
}));

/** A new start is planned for the year by its category (计划新开工), the rest by the date of its milestone. */
export function stagesOn(
  { milestones }: RowProject,
  { category }: PlanEntry,
  status: Status,
  year: number,
  day: string,
): Record<StageMeasure, number> {
  const counts = { ...NONE };
  const yearsEnd = `${year}-12-31`;
  for (const { stage, milestone, ...names } of NAMES) {
    const date = valueOn(milestones[milestone] ?? [], day) ?? null;
    const inYear = date !== null && date <= yearsEnd;
    const planned = stage === 'start' ? category === 'NEW_START' : category !== 'PRELIMINARY' && inYear;
    if (!planned) continue;
    const due = date !== null && date <= day;
    const done = IS_DONE[stage](status);
    counts[names.planned] = 1;
    counts[names.due] = Number(due);
    counts[names.done] = Number(done);
    counts[names.dueDone] = Number(due && done);
  }
  return counts;
}
