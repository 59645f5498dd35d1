import type { Documents } from '#libs/event-sourcing';
import {
  approvalsPage,
  assignmentsOn,
  bulletinsPage,
  complianceOf,
  dashboardOn,
  fundingOf,
  inboxOf,
  irregularStartsPage,
  leadTimesIn,
  ledgerOf,
  lightsPage,
  listOn,
  openBlockers,
  openDeadlines,
  planBalance,
  planWithLines,
  postponementsOn,
  preparationPage,
  projectsNamed,
  rankingOn,
  tasksPage,
  unitsOn,
} from '#libs/read-models';

export type Question = (documents: Documents, day?: string) => Promise<unknown>;

const [year, month, limit] = [2022, 12, 50];
const UNIT = 'unit-jw-09';

export const DASHBOARDS: Readonly<Record<string, Question>> = {
  dashboard: (documents, day) => dashboardOn(documents, year, month, day),
  ranking: (documents, day) => rankingOn(documents, year, month, 'authority', day),
  plan: (documents, day) => planWithLines(documents, year, day),
  balance: (documents, day) => planBalance(documents, year, day),
  funding: (documents, day) => fundingOf(documents, year, day),
  'lead times': (documents, day) => leadTimesIn(documents, year, day),
};

const list = (of: Partial<Parameters<typeof listOn>[1]>): Question => {
  return (documents, day) =>
    listOn(documents, { list: 'ongoing', year, limit, ...of, ...(day !== undefined && { day }) });
};

/** The first page of each list as it comes without parameters, and with those that narrow it most. */
export const PAGES: Readonly<Record<string, Question>> = {
  'new starts': list({ list: 'new-start' }),
  ongoing: list({}),
  preliminary: list({ list: 'preliminary' }),
  'ongoing by annual investment': list({ order: 'annual' }),
  'ongoing of a status': list({ status: 'SUSPENDED' }),
  'ongoing of a unit': list({ unit: UNIT }),
  'ongoing with a text': list({ text: '示例' }),
  'projects with a text': (documents) => projectsNamed(documents, { text: '道路', limit }),
  compliance: (documents) => complianceOf(documents, { month: '2022-11', silentOnly: false, limit }),
  'compliance, silent': (documents) => complianceOf(documents, { month: '2022-11', silentOnly: true, limit }),
  blockers: (documents) => openBlockers(documents, { limit }),
  'blockers of a level': (documents) => openBlockers(documents, { level: 'L4_LEADING_GROUP', limit }),
  tasks: (documents) => tasksPage(documents, { limit }),
  approvals: (documents) => approvalsPage(documents, { limit }),
  preparation: (documents) => preparationPage(documents, { limit }),
  'preparation, overdue': (documents) => preparationPage(documents, { overdue: true, limit }),
  postponements: (documents) => postponementsOn(documents, { limit }),
  'postponements of a unit': (documents) => postponementsOn(documents, { unit: UNIT, limit }),
  'irregular starts': (documents) => irregularStartsPage(documents, { limit }),
  deadlines: (documents) => openDeadlines(documents, { limit }),
  inbox: (documents) => inboxOf(documents, { limit }),
  'inbox of the office': (documents) => inboxOf(documents, { reader: { unit: null, role: 'LG_OFFICE' }, limit }),
  'inbox of a unit': (documents) => inboxOf(documents, { reader: { unit: UNIT, role: null }, limit }),
  'ledger of a unit': (documents) => ledgerOf(documents, { unit: UNIT, limit }),
  lights: (documents) => lightsPage(documents, { year, limit }),
  'lights, red': (documents) => lightsPage(documents, { year, colour: 'RED', limit }),
  assignments: (documents) => assignmentsOn(documents, { year, limit }),
  units: (documents) => unitsOn(documents, { limit }),
  bulletins: (documents) => bulletinsPage(documents, { unit: null, role: 'LG_OFFICE' }, { limit }),
};
