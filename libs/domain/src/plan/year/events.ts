import type { DocumentRef } from '../../facts.js';
import type { Event } from '../../shapes.js';

/** 续建, 结转新开工, 退回前期, 竣工, 调出, 终止. */
export const DISPOSITIONS = [
  'CARRY_ON',
  'CARRY_START',
  'BACK_TO_PRELIMINARY',
  'COMPLETED',
  'DELISTED',
  'CANCELLED',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What becomes of a member once the year is over. */
export interface MemberDisposition {
  readonly project: string;
  readonly disposition: Disposition;
}

/** 截至上年底完成投资 as the next year will count it, in 分. */
export interface Base {
  readonly project: string;
  readonly toYearEnd: number;
}

/** A project of the rolling plan and the year of the window in which it is to be carried out. */
export interface RollingLine {
  readonly project: string;
  readonly plannedYear: number;
}

export type YearEvent =
  /** It was said what becomes of members at the year's end; what is said last of a member holds. */
  | Event<'DispositionsRecorded', { year: number; dispositions: readonly MemberDisposition[] }>
  /** The office closed the year: each member's investment up to its end is fixed. */
  | Event<'YearClosed', { year: number; bases: readonly Base[] }>
  /** After the close a member's investment up to the year's end was set anew. */
  | Event<'BaseAdjusted', { year: number; project: string; toYearEnd: number; reason: string; document: DocumentRef }>
  /** 三年滚动: the window now begins with this year, with these projects and the years in which they are planned. */
  | Event<'PlanRolledForward', { year: number; through: number; lines: readonly RollingLine[] }>;
