import { LATEST, type Series, valueOn } from '#libs/event-sourcing/pure';
import {
  type Category,
  currentResponsibilities,
  type Details,
  type PlanState,
  planStream,
  type ProjectCodeCommand,
  projectCodeStream,
  type ProjectCommand,
  projectStream,
  type ProjectState,
  type Status,
} from '#libs/domain';
import type { Register } from '../import/door.js';
import type { Directed } from '../import/envelope.js';
import type { PlanRow } from './row.js';

const STATUS_OF: Readonly<Record<Category, Status>> = {
  NEW_START: 'PLANNED_START',
  CARRIED_OVER: 'UNDER_CONSTRUCTION',
  PRELIMINARY: 'PRELIMINARY',
};
const NO_DETAILS: Details = {
  name: '',
  description: null,
  sector: null,
  town: null,
  nature: null,
  investmentType: null,
  managingUnit: null,
  clientUnit: null,
  landArea: null,
  remark: null,
};

interface Known {
  readonly id: string;
  readonly project: ProjectState;
  readonly plan: PlanState;
  readonly year: number;
  /** Day from which the row's facts hold. */
  readonly on: string;
  readonly register: Register;
}

/** What a line of a plan says that is not known yet; facts that hold already give no command. */
export function planCommands(row: PlanRow, { id, project, plan, year, on, register }: Known): Directed[] {
  const stream = projectStream(id);
  const commands: ProjectCommand[] = [
    ...detailsCommands(row, project, on),
    ...responsibilityCommands(row, project, on, register),
    ...totalCommands(row, project, on),
    ...milestoneCommands(row, project, on),
    ...openingCommands(row, year),
  ];
  const { category, totalInvestment, annualInvestment, monthlyTargets } = row;
  const entry = { project: id, category, totalInvestment, annualInvestment, monthlyTargets };
  const isIncluded = JSON.stringify(plan.entries.get(id)) === JSON.stringify(entry);
  return [
    ...commands.map((command) => ({ stream, command })),
    ...codeCommands(row, id, project),
    ...(isIncluded ? [] : [{ stream: planStream(year), command: { type: 'IncludeProject', ...entry } }]),
  ];
}

/** The code is set aside for the project before the project takes it. */
function codeCommands({ code }: PlanRow, id: string, project: ProjectState): Directed[] {
  if (code === null || project.code === code) return [];
  const reserve: ProjectCodeCommand = { type: 'ReserveProjectCode', project: id };
  const assign: ProjectCommand = { type: 'AssignProjectCode', code };
  return [
    { stream: projectCodeStream(code), command: reserve },
    { stream: projectStream(id), command: assign },
  ];
}

function detailsCommands({ details, category }: PlanRow, project: ProjectState, on: string): ProjectCommand[] {
  if (!project.exists) {
    const status = STATUS_OF[category];
    const all = { ...NO_DETAILS, ...details };
    return [{ type: 'RegisterProject', occurredOn: on, details: all, status, currency: 'CNY', programme: null }];
  }
  const changes = Object.entries(details).filter(([field, value]) =>
    isNews<unknown>(project.details[field as keyof Details], on, value),
  );
  if (changes.length === 0) return [];
  return [{ type: 'ChangeDetails', occurredOn: on, changes: Object.fromEntries(changes) as Partial<Details> }];
}

const PLACES = ['responsibleUnit', 'legalEntity', 'leadAuthority'] as const;

/** Units are assigned where all that the stage asks for are known by name; reporter and supporting units stay. */
function responsibilityCommands(row: PlanRow, project: ProjectState, on: string, register: Register): ProjectCommand[] {
  const named = (name: string | null) => (name === null ? undefined : register.unitNamed(name));
  const held = currentResponsibilities(project);
  const responsibilities = {
    responsibleUnit: named(row.responsibleUnit) ?? held?.responsibleUnit ?? null,
    legalEntity: named(row.legalEntity) ?? held?.legalEntity ?? null,
    leadAuthority: named(row.leadAuthority) ?? held?.leadAuthority ?? null,
    supportingUnits: held?.supportingUnits ?? [],
    reporter: held?.reporter ?? null,
  };
  const { responsibleUnit, legalEntity, leadAuthority } = responsibilities;
  const isComplete = responsibleUnit !== null && legalEntity !== null && leadAuthority !== null;
  const isEnough = isComplete || (row.category === 'PRELIMINARY' && (responsibleUnit ?? legalEntity ?? leadAuthority));
  const isKnown = PLACES.every((place) => responsibilities[place] === (held?.[place] ?? null));
  if (!isEnough || isKnown) return [];
  return [{ type: 'AssignResponsibilities', occurredOn: on, responsibilities }];
}

/** Whether the row names a unit that nobody registered, so that its responsibilities stay open. */
export const namesUnknownUnit = (row: PlanRow, register: Register): boolean =>
  [row.responsibleUnit, row.legalEntity, row.leadAuthority].some(
    (name) => name !== null && register.unitNamed(name) === undefined,
  );

function totalCommands({ totalInvestment: amount }: PlanRow, project: ProjectState, on: string): ProjectCommand[] {
  if (!isNews(project.totalInvestment, on, amount)) return [];
  return [{ type: 'ChangeTotalInvestment', occurredOn: on, amount, reason: null }];
}

function milestoneCommands({ commencement, completion }: PlanRow, project: ProjectState, on: string): ProjectCommand[] {
  const dates = Object.entries({ COMMENCEMENT: commencement, COMPLETION: completion }).filter(
    ([milestone, day]) =>
      day !== null && isNews(project.milestones[milestone as 'COMMENCEMENT' | 'COMPLETION'] ?? [], LATEST, day),
  );
  if (dates.length === 0) return [];
  return [{ type: 'ScheduleMilestones', occurredOn: on, dates: Object.fromEntries(dates) }];
}

/** A sheet that says nothing of the year so far states its figures as of the end of the year before. */
function openingCommands({ toLastYearEnd, yearToDate, through }: PlanRow, year: number): ProjectCommand[] {
  if (toLastYearEnd === null && yearToDate === null) return [];
  const covered =
    yearToDate === null || through === null ? `${year - 1}-12` : `${year}-${String(through).padStart(2, '0')}`;
  const evidence = {
    kind: 'EVIDENCE' as const,
    title: `${year}年度计划工作簿`,
    docNo: null,
    issuer: null,
    issuedOn: null,
    // The workbook names people and is not kept.
    sha256: null,
    size: null,
    mediaType: null,
  };
  return [
    {
      type: 'RecordOpeningFigures',
      year,
      through: covered,
      yearToDate: yearToDate ?? 0,
      toLastYearEnd: toLastYearEnd ?? 0,
      evidence,
    },
  ];
}

const isNews = <T>(series: Series<T>, on: string, value: T): boolean =>
  JSON.stringify(valueOn(series, on)) !== JSON.stringify(value);
