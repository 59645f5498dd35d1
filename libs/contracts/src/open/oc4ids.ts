import { lastDayOf, type Milestone, type Status } from '#libs/domain';
import type { Oc4idsProject } from './oc4ids-schema.js';
import { firstDayOf, type OpenProject } from './project.js';

export const OC4IDS_VERSION = '0.9';

type Phase = NonNullable<Oc4idsProject['status']>;

/** A start of tendering, from which the standard counts implementation, is no fact of ours. */
export const PHASES: Readonly<Record<Status, Phase>> = {
  CONCEIVED: 'identification',
  RESERVED: 'identification',
  PRELIMINARY: 'preparation',
  PLANNED_START: 'preparation',
  UNDER_CONSTRUCTION: 'implementation',
  SUSPENDED: 'implementation',
  COMPLETED: 'completion',
  IN_SERVICE: 'maintenance',
  CANCELLED: 'cancelled',
};

/** The standard's codes for sectors that are customary here; it allows others, so that any other code stays as it is. */
export const SECTORS: Readonly<Record<string, readonly string[]>> = {
  TRANSPORT: ['transport'],
  WATER: ['waterAndWaste'],
  EDUCATION: ['education'],
  HEALTH: ['health'],
  ENERGY: ['energy'],
  HOUSING: ['socialHousing'],
  TOURISM: ['cultureSportsAndRecreation'],
  INDUSTRY: ['economy'],
  LOGISTICS: ['economy'],
};

const TYPES: Readonly<Record<NonNullable<OpenProject['nature']>, NonNullable<Oc4idsProject['type']>>> = {
  NEW: 'construction',
  EXPANSION: 'expansion',
  RENOVATION: 'rehabilitation',
};

interface Described {
  readonly title: string;
  readonly code?: 'commencement' | 'completion' | 'commissioning';
  /** The status whose first day is the one on which it was met. */
  readonly met?: Status;
}

const MILESTONES: Readonly<Record<Milestone, Described>> = {
  DESIGN_START: { title: '设计启动' },
  COMMENCEMENT: { title: '开工', code: 'commencement', met: 'UNDER_CONSTRUCTION' },
  STRUCTURE_DONE: { title: '主体完工' },
  COMPLETION: { title: '竣工', code: 'completion', met: 'COMPLETED' },
  COMMISSIONING: { title: '投产', code: 'commissioning', met: 'IN_SERVICE' },
};

/** A project as OC4IDS 0.9.5 has it; `prefix` is the publisher's, as the standard's register gives it. */
export function oc4idsProject(project: OpenProject, prefix: string): Oc4idsProject {
  const { id, code, name, nature, town, totalInvestment, statuses } = project;
  const status = statuses.at(-1)?.status;
  const money = (amount: number) => ({ amount: yuan(amount), currency: project.currency });
  const completedOn = firstDayOf(project, 'COMPLETED');
  return {
    id: `${prefix}-${id}`,
    ...(code !== null && { identifiers: [{ id: code, scheme: '项目代码' as const }] }),
    ...(name && { title: name }),
    ...(status && { status: PHASES[status] }),
    ...(status === 'SUSPENDED' && { suspended: true }),
    ...(nature && { type: TYPES[nature] }),
    ...sectorOf(project),
    ...(town && { locations: [{ id: 'town' as const, address: { locality: town } }] }),
    ...(totalInvestment !== null && { budget: { amount: money(totalInvestment) } }),
    ...periodsOf(project),
    ...(completedOn !== null && { completion: { endDate: endOf(completedOn) } }),
    ...unitsOf(project),
    ...some('milestones', milestonesOf(project)),
    ...some(
      'forecasts',
      financialProgress(
        '年度计划投资',
        project.plans
          .filter(({ category }) => category !== 'PRELIMINARY')
          .map(({ year, annualInvestment }) => ({
            id: String(year),
            period: { startDate: startOf(`${year}-01-01`), endDate: endOf(`${year}-12-31`) },
            value: money(annualInvestment),
          })),
      ),
    ),
    ...some(
      'metrics',
      financialProgress(
        '完成投资',
        project.months.map(({ month, amount }) => ({
          id: month,
          period: { startDate: startOf(`${month}-01`), endDate: endOf(lastDayOf(month)) },
          value: money(amount),
        })),
      ),
    ),
  };
}

/** Exact below 2^46 元, where JSON has the digits of the amount; beyond that the nearest number. */
export const yuan = (fen: number): number => fen / 100;

const startOf = (day: string): string => `${day}T00:00:00+08:00`;
const endOf = (day: string): string => `${day}T23:59:59+08:00`;

/** An array that would be empty is left out, as the standard wants it. */
const some = <K extends string, T>(name: K, items: readonly T[]): { readonly [N in K]?: readonly T[] } =>
  (items.length > 0 ? { [name]: items } : {}) as { readonly [N in K]?: readonly T[] };

function sectorOf({ sector, investmentType }: OpenProject): Partial<Oc4idsProject> {
  return {
    ...(sector && { sector: SECTORS[sector] ?? [sector] }),
    ...some('additionalClassifications', [
      ...(sector ? [{ scheme: 'taizhang-sector', id: sector } as const] : []),
      ...(investmentType ? [{ scheme: 'taizhang-investment-type', id: investmentType } as const] : []),
    ]),
  };
}

/** One period for each phase that it was in, from its first day to the first one of what came after its last. */
function periodsOf(project: OpenProject): Partial<Oc4idsProject> {
  const { statuses, milestones } = project;
  const planned = (wanted: Milestone) => milestones.find(({ milestone }) => milestone === wanted)?.plannedOn ?? null;
  const periods: Record<string, { startDate?: string; endDate?: string }> = {};
  statuses.forEach(({ on, status }, index) => {
    const phase = PHASES[status];
    if (phase === 'cancelled') return;
    const next = statuses[index + 1];
    const { startDate = startOf(on) } = periods[`${phase}Period`] ?? {};
    periods[`${phase}Period`] = { startDate, ...(next && { endDate: startOf(next.on) }) };
  });
  const began = firstDayOf(project, 'UNDER_CONSTRUCTION') ?? planned('COMMENCEMENT');
  const ended = firstDayOf(project, 'COMPLETED') ?? planned('COMPLETION');
  if (began || ended)
    periods.period = { ...(began && { startDate: startOf(began) }), ...(ended && { endDate: endOf(ended) }) };
  return periods;
}

const ROLES = ['responsibleUnit', 'legalEntity', 'leadAuthority'] as const;

function unitsOf(project: OpenProject): Partial<Oc4idsProject> {
  const parties = new Map<
    string,
    { id: string; name?: string; roles: ('publicAuthority' | 'responsibleUnit' | 'leadAuthority' | 'supportingUnit')[] }
  >();
  const hold = [
    ...ROLES.map((place) => [place === 'legalEntity' ? 'publicAuthority' : place, project[place]] as const),
    ...project.supportingUnits.map((unit) => ['supportingUnit', unit] as const),
  ];
  for (const [role, unit] of hold) {
    if (!unit) continue;
    const party = parties.get(unit.id) ?? { ...namedUnit(unit), roles: [] };
    party.roles.push(role);
    parties.set(unit.id, party);
  }
  const { legalEntity } = project;
  return { ...(legalEntity && { publicAuthority: namedUnit(legalEntity) }), ...some('parties', [...parties.values()]) };
}

const namedUnit = ({ id, name }: { readonly id: string; readonly name: string | null }) => ({
  id,
  ...(name && { name }),
});

const milestonesOf = (project: OpenProject) =>
  project.milestones.map(({ milestone, plannedOn }) => {
    const { title, code, met } = MILESTONES[milestone];
    const metOn = met ? firstDayOf(project, met) : null;
    return {
      id: milestone,
      title,
      type: 'delivery' as const,
      ...(code && { code }),
      dueDate: endOf(plannedOn),
      ...(metOn === null ? { status: 'scheduled' as const } : { status: 'met' as const, dateMet: startOf(metOn) }),
    };
  });

const financialProgress = <O>(title: string, observations: readonly O[]) =>
  observations.length > 0 ? [{ id: 'financialProgress' as const, title, observations }] : [];
