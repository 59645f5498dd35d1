import type { ApprovalKind, ApprovalRules } from './approvals.js';
import type { ChecklistRules } from './checklists.js';
import type { DurationRule, DurationRules } from './durations.js';

/** The notice says nothing of validity: these are inferences, as are all rules of this file. */
export const DEFAULT_APPROVALS: ApprovalRules = {
  validity: {
    FEASIBILITY: { months: 24, extensions: 0 },
    VERIFICATION: { months: 24, extensions: 0 },
    LAND_PREREVIEW_SITE: { months: 36, extensions: 0 },
    EIA: { months: 60, extensions: 0 },
    CONSTRUCTION_PERMIT: { months: 3, extensions: 2 },
  },
  warningDays: 30,
};

const takes = (workingDays: number, ...after: ApprovalKind[]): DurationRule => ({ workingDays, after });

export const DEFAULT_DURATIONS: DurationRules = {
  items: {
    PROPOSAL: takes(10),
    LAND_PREREVIEW_SITE: takes(20, 'PROPOSAL'),
    FEASIBILITY: takes(15, 'PROPOSAL', 'LAND_PREREVIEW_SITE'),
    VERIFICATION: takes(20, 'LAND_PREREVIEW_SITE'),
    FILING: takes(3),
    EIA: takes(30),
    ENERGY_REVIEW: takes(15),
    WATER_SOIL: takes(15),
    PRELIM_DESIGN_ESTIMATE: takes(15, 'FEASIBILITY'),
    LAND_PERMIT: takes(10, 'FEASIBILITY', 'VERIFICATION', 'FILING', 'LAND_PREREVIEW_SITE'),
    WORKS_PERMIT: takes(15, 'LAND_PERMIT', 'PRELIM_DESIGN_ESTIMATE'),
    TENDER: takes(25, 'PRELIM_DESIGN_ESTIMATE'),
    CONSTRUCTION_PERMIT: takes(7, 'WORKS_PERMIT', 'TENDER', 'EIA', 'ENERGY_REVIEW', 'WATER_SOIL'),
  },
};

const statutory = (...kinds: ApprovalKind[]) => kinds.map((approval) => ({ approval, statutory: true }));
const waivable = (...kinds: ApprovalKind[]) => kinds.map((approval) => ({ approval, statutory: false }));

const ON_LAND = statutory('LAND_PERMIT', 'WORKS_PERMIT', 'EIA', 'ENERGY_REVIEW', 'WATER_SOIL', 'CONSTRUCTION_PERMIT');

/** One list for each way in which a project is approved; a sector's own list is added by a later version. */
export const DEFAULT_CHECKLISTS: ChecklistRules = {
  lists: [
    {
      investmentType: 'GOVERNMENT',
      sector: null,
      items: [
        ...waivable('PROPOSAL'),
        ...statutory('FEASIBILITY', 'LAND_PREREVIEW_SITE', 'PRELIM_DESIGN_ESTIMATE', 'TENDER'),
        ...ON_LAND,
      ],
    },
    {
      investmentType: 'ENTERPRISE_VERIFIED',
      sector: null,
      items: [...statutory('VERIFICATION', 'LAND_PREREVIEW_SITE'), ...waivable('TENDER'), ...ON_LAND],
    },
    {
      investmentType: 'ENTERPRISE_FILED',
      sector: null,
      items: [...statutory('FILING'), ...waivable('TENDER'), ...ON_LAND],
    },
  ],
};
