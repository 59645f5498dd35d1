import type { ApprovalKind, CostSplit, NodeProgress, ReportDetails } from '#libs/domain';
import { bare } from '../cells/text.js';
import type { RowReading } from '../rows/reading.js';
import type { ReportColumn } from './columns.js';

type Reading = RowReading<ReportColumn>;

/** What the sheet tells beside the figures; costs and preliminary work only where one of their columns is filled in. */
export function detailsIn(reading: Reading): ReportDetails {
  return {
    stage: reading.text('stage', 100),
    imageProgress: reading.text('progress', 500),
    costs: costsIn(reading),
    preliminary: preliminaryIn(reading),
  };
}

function costsIn(reading: Reading): CostSplit | null {
  const [civilWorks, installation, landAndOther] = [
    reading.amount('civilWorks'),
    reading.amount('installation'),
    reading.amount('landAndOther'),
  ];
  if (civilWorks === null && installation === null && landAndOther === null) return null;
  return { civilWorks: civilWorks ?? 0, installation: installation ?? 0, landAndOther: landAndOther ?? 0 };
}

/** 是否完成立项, 可研, 初设审批. */
const NODES = [
  ['proposalDone', 'PROPOSAL'],
  ['feasibilityDone', 'FEASIBILITY'],
  ['designDone', 'PRELIM_DESIGN_ESTIMATE'],
] as const satisfies readonly (readonly [ReportColumn, ApprovalKind])[];

/** What is neither yes nor no is how far the matter has come. */
function preliminaryIn(reading: Reading): ReportDetails['preliminary'] {
  const nodes = NODES.flatMap(([column, approval]): NodeProgress[] => {
    const said = reading.text(column, 500);
    if (said === null) return [];
    const done = /^(是|已|已完成|√)$/.test(bare(said));
    return [{ approval, done, note: done || /^(否|未|未完成|×)$/.test(bare(said)) ? null : said }];
  });
  const expenses = reading.amount('expenses');
  return nodes.length === 0 && expenses === null ? null : { nodes, expenses: expenses ?? 0 };
}
