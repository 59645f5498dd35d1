import { DISTRICT_UNIT, LEADING_GROUP_UNIT, OFFICE_UNIT, PORTFOLIOS } from './catalogue.js';
import type { ExampleProject } from './district.js';
import type { As } from './script.js';

/** Who acts in the example: directory ids, behind which there is nobody. */
export const office = (desk: 1 | 2 | 3): As => ({
  role: 'LG_OFFICE',
  unit: OFFICE_UNIT,
  subject: `person-90${desk}`,
});

export const reporter = ({ responsibilities: { legalEntity, reporter: subject } }: ExampleProject): As => ({
  role: 'REPORTER',
  unit: legalEntity,
  subject: subject!,
});

export const legalEntity = ({ responsibilities: { legalEntity: unit } }: ExampleProject): As => ({
  role: 'LEGAL_ENTITY',
  unit,
  subject: `person-1${unit!.slice(-2)}`,
});

export const responsibleUnit = ({ responsibilities: { responsibleUnit: unit } }: ExampleProject): As => ({
  role: 'RESPONSIBLE_UNIT',
  unit,
  subject: `person-2${unit!.slice(-2)}`,
});

export const sectorAuthority = ({ responsibilities: { leadAuthority: unit } }: ExampleProject): As => ({
  role: 'SECTOR_AUTHORITY',
  unit,
  subject: `person-3${unit!.slice(-2)}`,
});

/** The leader who has the project's sector. */
export const districtLeader = ({ details: { sector } }: ExampleProject): As => ({
  role: 'DISTRICT_LEADER',
  unit: DISTRICT_UNIT,
  subject: PORTFOLIOS.find(({ sectors }) => sectors.includes(sector!))!.leader,
});
export const leadingGroup: As = { role: 'LEADING_GROUP', unit: LEADING_GROUP_UNIT, subject: 'person-921' };
