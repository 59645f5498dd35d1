import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { OC4IDS_PROJECT, oc4idsProject, type Oc4idsProject, type OpenProject } from '#libs/contracts';
import { MILESTONES } from '#libs/domain';
import type { Recorded } from '#libs/event-sourcing';
import { closed } from '../../libs/contracts/src/testing.js';
import { toldAs } from '../samples/public.js';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(closed(OC4IDS_PROJECT.json) as object);

/** Throws unless it is valid against the part of the standard that is used, and has no field beside it. */
export function expectValid(project: Oc4idsProject): void {
  if (!isValid(project)) throw new Error(`${ajv.errorsText(isValid.errors)}: ${JSON.stringify(project)}`);
}

/** Texts in what OC4IDS says of a project that its public events do not have, and that are no name of a unit. */
export async function untoldIn(project: OpenProject, events: readonly Recorded[]): Promise<string[]> {
  const { legalEntity, responsibleUnit, leadAuthority, supportingUnits } = project;
  const units = [legalEntity, responsibleUnit, leadAuthority, ...supportingUnits].map((unit) => unit?.name);
  const told = (await Promise.all(events.map((event) => toldAs([event])))).map((event) => JSON.stringify(event?.data));
  const all = told.join();
  return textsIn(oc4idsProject(project, 'x'))
    .map((text) => text.replace(/T.*\+08:00$/, '').replace(/^x-/, ''))
    .filter((text) => !CODES.has(text) && !units.includes(text) && !DERIVED.test(text))
    .filter((text) => !all.includes(JSON.stringify(text)));
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : [];

/** Codes and titles that are the same for every project. */
const CODES = new Set<string>([
  ...['town', 'identification', 'preparation', 'implementation', 'completion', 'maintenance', 'cancelled', 'delivery'],
  ...[
    'construction',
    'expansion',
    'rehabilitation',
    'commencement',
    'completion',
    'commissioning',
    'financialProgress',
  ],
  ...['publicAuthority', 'responsibleUnit', 'leadAuthority', 'supportingUnit', 'scheduled', 'met', ...MILESTONES],
  ...['taizhang-sector', 'taizhang-investment-type', '项目代码', '开工', '竣工', '投产', '主体完工', '设计启动'],
  ...['transport', 'waterAndWaste', 'education', 'health', 'energy', 'socialHousing', 'cultureSportsAndRecreation'],
  ...['economy', '年度计划投资', '完成投资'],
]);
/** Days that follow from a year or a month, and those. */
const DERIVED = /^\d{4}(-\d\d){0,2}$/;
