import type { DocumentRef } from '../../facts.js';
import type { Dated, Event } from '../../shapes.js';

/** 责任单位, 项目法人, 牵头部门, 配合单位, 报送专人; null is 待定. */
export interface Responsibilities {
  readonly responsibleUnit: string | null;
  readonly legalEntity: string | null;
  readonly leadAuthority: string | null;
  readonly supportingUnits: readonly string[];
  /** Directory id of the person who reports each month. */
  readonly reporter: string | null;
}

/** 责任人 and 包联领导, as directory ids; null is 待定. */
export interface Persons {
  readonly personInCharge: string | null;
  readonly linkedLeader: string | null;
}

export interface TaskForce {
  /** Directory id. */
  readonly leader: string;
  readonly units: readonly string[];
}

/** What an officer (专人) does for a project; whoever reports is its named reporter. */
export const DUTIES = ['COORDINATION', 'REPORTING'] as const;
export type Duty = (typeof DUTIES)[number];

export type ResponsibilityEvent =
  /** From a day on these units and this person answer for it. */
  | Event<'ResponsibilitiesAssigned', Dated & { responsibilities: Responsibilities }>
  /** From a day on another legal entity answers for it. */
  | Event<'LegalEntityChanged', Dated & { legalEntity: string; document: DocumentRef }>
  /** From a day on another authority leads it. */
  | Event<'LeadAuthorityChanged', Dated & { leadAuthority: string; document: DocumentRef }>
  /** A unit that holds a place in it was merged: from that day on its successor holds whatever it held. */
  | Event<'UnitSucceeded', Dated & { from: string; to: string }>
  /** From a day on these persons answer for it. */
  | Event<'PersonsNamed', Dated & Persons>
  /** 专人: somebody took on a duty that nobody had. */
  | Event<'OfficerAppointed', Dated & { duty: Duty; officer: string }>
  /** A duty went from one person to another. */
  | Event<'OfficerHandedOver', Dated & { duty: Duty; from: string; to: string }>
  /** 专班: from a day on these units work on it together under one leader. */
  | Event<'TaskForceFormed', Dated & TaskForce & { document: DocumentRef | null }>
  /** 专案, 一项目一方案: a plan of its own holds for it from a day on. */
  | Event<'DedicatedPlanAdopted', Dated & { document: DocumentRef }>;
