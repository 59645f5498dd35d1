import type { BulletinContent, BulletinEvent, ProjectEvent } from '#libs/domain';
import type { DomainEvent } from '#libs/event-sourcing/pure';
import type { PublicData, PublicName } from './contract.js';

/** A public event before it is known where and when it was recorded. */
export type Told = { [N in PublicName]: { readonly name: N; readonly data: PublicData<N> } }[PublicName];

const told = <N extends PublicName>(name: N, data: PublicData<N>): Told => ({ name, data }) as Told;

type DataOf<T extends ProjectEvent['type']> = Extract<ProjectEvent, { type: T }>['data'];

/** What outsiders are told of an event of a project; of one that has no row, nothing. */
const MAPPINGS: { readonly [T in ProjectEvent['type']]?: (data: DataOf<T>) => Told | undefined } = {
  ProjectRegistered: ({ occurredOn, details, status, currency }) =>
    told('project.registered', { occurredOn, name: details.name, ...publicDetails(details), status, currency }),
  ProjectRenamed: ({ occurredOn, name }) => told('project.renamed', { occurredOn, name }),
  ProjectDetailsChanged: ({ occurredOn, changes: all }) => {
    const changes = { ...(all.name !== undefined && { name: all.name }), ...given(all, DETAILS) };
    return Object.keys(changes).length > 0 ? told('project.details-changed', { occurredOn, changes }) : undefined;
  },
  ProjectCodeAssigned: ({ code }) => told('project.code-assigned', { code }),
  TotalInvestmentChanged: ({ occurredOn, amount }) => told('project.total-investment-changed', { occurredOn, amount }),
  ResponsibilitiesAssigned: ({ occurredOn, responsibilities }) => {
    const { responsibleUnit, legalEntity, leadAuthority, supportingUnits } = responsibilities;
    const units = { responsibleUnit, legalEntity, leadAuthority, supportingUnits };
    return told('project.responsibilities-assigned', { occurredOn, ...units });
  },
  LegalEntityChanged: ({ occurredOn, legalEntity }) =>
    told('project.legal-entity-changed', { occurredOn, legalEntity }),
  LeadAuthorityChanged: ({ occurredOn, leadAuthority }) =>
    told('project.lead-authority-changed', { occurredOn, leadAuthority }),
  UnitSucceeded: ({ occurredOn, from, to }) => told('project.unit-succeeded', { occurredOn, from, to }),
  MilestonesScheduled: ({ occurredOn, dates }) => told('project.milestones-scheduled', { occurredOn, dates }),
  MilestoneRescheduled: ({ occurredOn, milestone, from, to }) =>
    told('project.milestone-rescheduled', { occurredOn, milestone, from, to }),
  MilestoneMet: ({ occurredOn, milestone }) => told('project.milestone-met', { occurredOn, milestone }),
  ProjectReserved: ({ occurredOn }) => told('project.reserved', { occurredOn }),
  PreliminaryWorkBegun: ({ occurredOn }) => told('project.preliminary-work-begun', { occurredOn }),
  ProjectPromoted: ({ from, to }) => told('project.promoted', { from, to }),
  NewStartPlanned: ({ year, plannedStart }) => told('project.new-start-planned', { year, plannedStart }),
  CommencementRecorded: ({ occurredOn }) => told('project.commenced', { occurredOn }),
  SuspensionReported: ({ occurredOn }) => told('project.suspended', { occurredOn }),
  ResumptionReported: ({ occurredOn }) => told('project.resumed', { occurredOn }),
  ProjectCompleted: ({ occurredOn }) => told('project.completed', { occurredOn }),
  ProjectPutInService: ({ occurredOn }) => told('project.put-in-service', { occurredOn }),
  ProjectCancelled: ({ occurredOn }) => told('project.cancelled', { occurredOn }),
  PlanEntered: ({ year, category, annualInvestment }) => told('plan.entered', { year, category, annualInvestment }),
  PlanEntryChanged: ({ year, category, annualInvestment }) =>
    told('plan.entry-changed', { year, category, annualInvestment }),
  PlanLeft: ({ year }) => told('plan.left', { year }),
  OpeningFiguresRecorded: ({ year, through, yearToDate, toLastYearEnd }) =>
    told('report.opening-figures-recorded', { year, through, yearToDate, toLastYearEnd }),
  ReportAccepted: ({ month, cutOff, figures }) =>
    told('report.accepted', {
      ...{ month, cutOff },
      figures: { month: figures.month, yearToDate: figures.yearToDate },
    }),
  FiguresMoved: ({ year, on, yearToDate, toLastYearEnd }) =>
    told('report.figures-moved', { year, on, yearToDate, toLastYearEnd }),
  ApprovalGranted: ({ occurredOn, kind, validity }) =>
    told('approval.granted', { occurredOn, kind, until: validity?.until ?? null }),
  ApprovalExtended: ({ occurredOn, kind, validity: { until } }) =>
    told('approval.extended', { occurredOn, kind, until }),
  ApprovalRevoked: ({ occurredOn, kind }) => told('approval.revoked', { occurredOn, kind }),
  ApprovalExpired: ({ kind, until }) => told('approval.expired', { kind, until }),
  FundingApplied: ({ occurredOn, line, amount, source, use }) =>
    told('funding.applied', { occurredOn, line, amount, source, use }),
  FundingAllocated: ({ occurredOn, line, amount }) => told('funding.allocated', { occurredOn, line, amount }),
  FundingReceived: ({ occurredOn, line, amount }) => told('funding.received', { occurredOn, line, amount }),
  FundingPaid: ({ occurredOn, line, amount }) => told('funding.paid', { occurredOn, line, amount }),
  StatisticsEntered: ({ occurredOn }) => told('statistics.entered', { occurredOn }),
  StatisticsInvestmentRecorded: ({ through, yearToDate }) =>
    told('statistics.investment-recorded', { through, yearToDate }),
  BlockerRaised: ({ occurredOn, blocker, category, level }) =>
    told('blocker.raised', { occurredOn, blocker, category, level }),
  BlockerEscalated: ({ blocker, from, to, cause }) => told('blocker.escalated', { blocker, from, to, cause }),
  BlockerResolved: ({ blocker, level }) => told('blocker.resolved', { blocker, level }),
  BlockerClosed: ({ blocker }) => told('blocker.closed', { blocker }),
  BlockerReopened: ({ blocker, level }) => told('blocker.reopened', { blocker, level }),
};

const DETAILS = ['sector', 'town', 'nature', 'investmentType'] as const;
type Details = DataOf<'ProjectRegistered'>['details'];
const publicDetails = ({ sector, town, nature, investmentType }: Details) => ({ sector, town, nature, investmentType });

function given<T extends object, const K extends keyof T>(of: T, fields: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    fields.flatMap((field) => (of[field] === undefined ? [] : [[field, of[field]]])),
  ) as Partial<Pick<T, K>>;
}

/** What outsiders are told of an event that is no correction; undefined where they are told nothing. */
export function toldOfFact({ type, data }: DomainEvent): Told | undefined {
  const mapping = Object.hasOwn(MAPPINGS, type) ? MAPPINGS[type as ProjectEvent['type']] : undefined;
  return (mapping as ((data: object) => Told | undefined) | undefined)?.(data);
}

type Published = Extract<BulletinEvent, { type: 'BulletinPublished' }>;

/** An internal bulletin is nobody's outside. */
export function toldOfBulletin(
  bulletin: string,
  { docNo }: Published['data'],
  { kind, month, title, figures }: BulletinContent,
  corrects: string | null,
): Told | undefined {
  if (kind !== 'PUBLIC') return undefined;
  const { projects, totalInvestment, annualInvestment, completed, completionRate } = figures.construction;
  const construction = { projects, totalInvestment, annualInvestment, completed, completionRate };
  const { through } = figures;
  return told('bulletin.published', { bulletin, month, docNo, title, corrects, through, construction });
}
