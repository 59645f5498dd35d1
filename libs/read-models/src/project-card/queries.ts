import { type Documents, LATEST, type Series, valueOn } from '#libs/event-sourcing/pure';
import {
  type Approval,
  type ApprovalKind,
  lastDayOf,
  lightsOn,
  type Milestone,
  responsibilitiesOn,
  isAppraised,
  pauses,
} from '#libs/domain';
import { preparationOn } from '../preparation/nodes.js';
import { type ProjectCard, projectCards } from './view.js';

/** A project as it stood on a day; undefined if it did not exist by then. */
export async function projectOn(documents: Documents, id: string, day = LATEST) {
  const card = await documents.get(projectCards, id);
  return card ? cardOn(card, day) : undefined;
}

export type ProjectAnswer = NonNullable<ReturnType<typeof cardOn>>;

export function cardOn({ id, revision, programme, project, blockerTexts, reportTexts }: ProjectCard, day: string) {
  const on = <T>(series: Series<T> | undefined): T | null => valueOn(series ?? [], day) ?? null;
  if (firstDay(project) > day) return undefined;
  const { details } = project;
  return {
    id,
    revision,
    programme,
    currency: project.currency,
    code: project.code,
    name: on(details.name),
    names: details.name.map(({ on: since, value: name }) => ({ since, name })),
    tags: on(project.tags) ?? [],
    description: on(details.description),
    sector: on(details.sector),
    town: on(details.town),
    nature: on(details.nature),
    investmentType: on(details.investmentType),
    managingUnit: on(details.managingUnit),
    clientUnit: on(details.clientUnit),
    landArea: on(details.landArea),
    remark: on(details.remark),
    status: on(project.status),
    sourcePhase: on(project.sourcePhase),
    responsibilities: responsibilitiesOn(project.responsibilities, day) ?? null,
    ...(on(project.persons) ?? { personInCharge: null, linkedLeader: null }),
    coordinator: on(project.coordinator),
    taskForce: on(project.taskForce),
    dedicatedPlan: on(project.dedicatedPlan),
    totalInvestment: on(project.totalInvestment),
    milestones: Object.fromEntries(
      Object.entries(project.milestones).map(([milestone, series]) => [milestone, on(series)]),
    ) as Partial<Record<Milestone, string | null>>,
    /** The first day of those that no stage tells. */
    milestonesMet: Object.fromEntries(
      Object.entries(project.milestonesMet).flatMap(([milestone, [first]]) =>
        first && first.on <= day ? [[milestone, first.on]] : [],
      ),
    ) as Partial<Record<Milestone, string>>,
    approvals: Object.fromEntries(
      Object.entries(project.approvals).map(([kind, series]) => [kind, on(series)]),
    ) as Partial<Record<ApprovalKind, Approval | null>>,
    preparation: preparationOn(project, day),
    appraisal: {
      passed: isAppraised(project, day),
      strands: Object.fromEntries(Object.entries(project.appraisal).map(([strand, series]) => [strand, on(series)])),
    },
    pauses: pauses(project).filter(({ from }) => from <= day),
    openings: Object.fromEntries(
      Object.entries(project.openings)
        .filter(([, { through }]) => lastDayOf(through) <= day)
        .map(([year, { revision: _, ...opening }]) => [year, opening]),
    ),
    reports: Object.values(project.reports)
      .filter(({ cutOff, month }) => (cutOff || month) <= day)
      .map((report) => ({ ...report, ...reportTexts[report.month] })),
    financingModel: on(project.financingModel),
    lights: lightsOn(project, day),
    /** What the statistics count, apart from what is reported and paid; 分 of the year to date. */
    statistics: {
      enteredOn: project.statistics.entered.find((entry) => entry.on <= day)?.on ?? null,
      yearToDate: on(project.statistics.investment),
    },
    liaisons: Object.entries(project.liaisons)
      .map(([liaison, { revision: _, ...recorded }]) => ({ id: liaison, ...recorded }))
      .filter((recorded) => recorded.on <= day),
    blockers: Object.entries(project.blockers)
      .map(([blocker, state]) => ({ id: blocker, ...blockerTexts[blocker]!, ...state }))
      .filter(({ raisedOn }) => raisedOn <= day),
    coordinations: Object.entries(project.coordinations)
      .map(([coordination, { revision: _, ...held }]) => ({ id: coordination, ...held }))
      .filter((held) => held.on <= day),
    tasks: Object.entries(project.tasks).map(([task, state]) => ({ id: task, ...state })),
    /** Proposals that the office has not decided. */
    corrections: Object.values(project.corrections).filter(({ status }) => status === 'PROPOSED'),
  };
}

/** A thing exists from the earliest day of any of its facts. */
function firstDay(project: ProjectCard['project']): string {
  const series = [
    ...Object.values(project.details),
    project.status,
    ...Object.values(project.responsibilities.places),
    project.persons,
    project.tags,
    project.totalInvestment,
    project.sourcePhase,
    ...Object.values(project.milestones),
  ];
  return series.reduce((first, [fact]) => (fact && fact.on < first ? fact.on : first), LATEST);
}
