import type { DocumentRef } from '../../facts.js';
import type { Event } from '../../shapes.js';

/** 五年储备, 三年滚动, 年度实施: how near a project of the outline has come. */
export const HORIZONS = ['RESERVE', 'ROLLING', 'ANNUAL'] as const;
export type Horizon = (typeof HORIZONS)[number];

export type HorizonEvent =
  /** Echo of an outline item that the project now stands for; who is under way already enters by baseline. */
  | Event<'OutlineEntered', { item: string; horizon: Horizon; sourceRevision: number }>
  /** Echo of an outline item that the project no longer stands for. */
  | Event<'OutlineLeft', { item: string; sourceRevision: number }>
  /** An outline project came one horizon nearer. */
  | Event<'ProjectPromoted', { from: Horizon; to: Horizon; document: DocumentRef }>;
