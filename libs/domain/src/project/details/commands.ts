import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';
import type { Status } from '../status.js';
import type { Details } from './events.js';

export type DetailsCommand =
  | Command<
      'RegisterProject',
      { occurredOn: string; details: Details; status: Status; currency: string; programme: string | null }
    >
  | Command<'ChangeDetails', { occurredOn: string; changes: Partial<Details> }>
  | Command<'RenameProject', { occurredOn: string; name: string; document: DocumentRef }>
  | Command<'AssignProjectCode', { code: string }>
  | Command<'TagProject', { occurredOn: string; tags: readonly string[] }>
  | Command<'ChangeTotalInvestment', { occurredOn: string; amount: number | null; reason: string | null }>
  | Command<'ReportSourcePhase', { occurredOn: string; phase: string | null }>;
