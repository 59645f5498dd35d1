import type { DocumentRef } from '../../facts.js';
import type { Command, Dated } from '../../shapes.js';
import type { Duty, Persons, Responsibilities, TaskForce } from './events.js';

export type ResponsibilityCommand =
  | Command<'AssignResponsibilities', Dated & { responsibilities: Responsibilities }>
  | Command<'ChangeLegalEntity', Dated & { legalEntity: string; document: DocumentRef }>
  | Command<'ChangeLeadAuthority', Dated & { leadAuthority: string; document: DocumentRef }>
  | Command<'SucceedUnit', Dated & { from: string; to: string }>
  | Command<'NamePersons', Dated & Persons>
  | Command<'AppointOfficer', Dated & { duty: Duty; officer: string }>
  | Command<'HandOverOfficer', Dated & { duty: Duty; to: string }>
  | Command<'FormTaskForce', Dated & TaskForce & { document: DocumentRef | null }>
  | Command<'AdoptDedicatedPlan', Dated & { document: DocumentRef }>;
