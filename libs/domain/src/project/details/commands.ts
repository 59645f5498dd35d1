import type { Command } from '../../shapes.js';
import type { Status } from '../status.js';
import type { Details } from './events.js';

export type DetailsCommand =
  | Command<
      'RegisterProject',
      { occurredOn: string; details: Details; status: Status; currency: string; programme: string | null }
    >
  | Command<'ChangeDetails', { occurredOn: string; changes: Partial<Details> }>
  | Command<'ChangeTotalInvestment', { occurredOn: string; amount: number | null; reason: string | null }>
  | Command<'ReportSourcePhase', { occurredOn: string; phase: string | null }>;
