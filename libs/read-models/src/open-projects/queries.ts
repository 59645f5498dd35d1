import { type Documents, LATEST, type Series, valueOn } from '#libs/event-sourcing/pure';
import { MILESTONES, responsibilitiesOn } from '#libs/domain';
import { completedOn } from '../dashboard/contributions.js';
import { projectNames } from '../names/view.js';
import { type ProjectCard, projectCards } from '../project-card/view.js';
import { units } from '../units/view.js';

/** Ids of all projects, a page at a time. */
export async function projectIdsOn(documents: Documents, after: string, limit: number) {
  const { items, next } = await documents.page(projectNames, { filter: {}, after, limit });
  return { ids: items.map(({ id }) => id), next };
}

/** What everybody may know of these projects as they stand now: no person, no free text but names. */
export async function openProjectsOn(documents: Documents, ids: readonly string[]) {
  const cards = [...(await documents.many(projectCards, ids)).values()];
  const held = new Set(cards.flatMap(({ project }) => Object.values(unitsOf(project)).flat()));
  const registered = await documents.many(
    units,
    [...held].filter((id) => id !== null),
  );
  const unitNamed = (id: string) => ({ id, name: now(registered.get(id)?.unit.name) });
  return cards.map((card) => openProjectOf(card, unitNamed));
}

type State = ProjectCard['project'];

const now = <T>(series: Series<T> | undefined): T | null => valueOn(series ?? [], LATEST) ?? null;

function unitsOf(project: State) {
  const held = responsibilitiesOn(project.responsibilities);
  const { responsibleUnit = null, legalEntity = null, leadAuthority = null, supportingUnits = [] } = held ?? {};
  return { responsibleUnit, legalEntity, leadAuthority, supportingUnits };
}

function openProjectOf<U>({ id, project }: ProjectCard, unitNamed: (id: string) => U) {
  const { details } = project;
  const { supportingUnits, ...held } = unitsOf(project);
  const named = (unit: string | null) => (unit === null ? null : unitNamed(unit));
  const plans = Object.entries(project.plans)
    .filter(([, { left }]) => !left)
    .map(([year, { category, annualInvestment }]) => {
      const { accepted } = completedOn(project, { category }, Number(year), LATEST);
      return { year: Number(year), category, annualInvestment, completed: accepted };
    });
  const invests = (month: string) => project.plans[month.slice(0, 4)]?.category !== 'PRELIMINARY';
  return {
    id,
    code: project.code,
    name: now(details.name),
    sector: now(details.sector),
    town: now(details.town),
    nature: now(details.nature),
    investmentType: now(details.investmentType),
    currency: project.currency,
    totalInvestment: now(project.totalInvestment),
    /** Each status and the day from which it held. */
    statuses: project.status.map(({ on, value: status }) => ({ on, status })),
    responsibleUnit: named(held.responsibleUnit),
    legalEntity: named(held.legalEntity),
    leadAuthority: named(held.leadAuthority),
    supportingUnits: supportingUnits.map(unitNamed),
    milestones: MILESTONES.flatMap((milestone) => {
      const plannedOn = now(project.milestones[milestone]);
      return plannedOn === null ? [] : [{ milestone, plannedOn }];
    }),
    plans,
    /** Investment of each month as it was accepted; what a preliminary project reports is none. */
    months: Object.values(project.reports)
      .flatMap(({ month, accepted }) => (accepted && invests(month) ? [{ month, amount: accepted.month }] : []))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}
