import type { Command } from '../../shapes.js';
import type { Figures, ReportDetails } from './events.js';

export type ReportCommand =
  | Command<
      'SubmitReport',
      Partial<ReportDetails> & {
        month: string;
        figures: Figures;
        progress: string;
        blockers: string[];
        correctionReason: string | null;
        nilReason: string | null;
        /** What is not safe; left out or null where all is. */
        safetyIssue?: string | null;
      }
    >
  | Command<'ReturnReport', { month: string; fields: string[]; reason: string }>
  /** 行业主管部门初审 */
  | Command<'EndorseReport', { month: string }>
  | Command<'AcceptReport', { month: string }>
  | Command<'AmendReport', { month: string; figures: Figures; reason: string }>;
