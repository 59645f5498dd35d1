import { type Actor, bodyHashOf, derivedId, type Envelope } from '#libs/event-sourcing';
import {
  type Category,
  type ControlTotals,
  planStream,
  type PlanCommand,
  type ProjectCommand,
  projectStream,
  type Status,
} from '#libs/domain';
import { DOCUMENT } from '../../libs/domain/src/testing.js';

export const OFFICE: Actor = { id: 'office-1', role: 'LG_OFFICE', unit: 'office' };
export const COLLEAGUE: Actor = { ...OFFICE, id: 'office-2' };
export const REPORTER: Actor = { id: 'reporter-1', role: 'REPORTER', unit: 'builder' };

/** A project of an example district; amounts in 分. */
export interface Member {
  readonly id: string;
  readonly category: Category;
}
export const TOTAL = 1_200_000_000;
const ANNUAL = 120_000_000;

const STATUS: Readonly<Record<Category, Status>> = {
  NEW_START: 'PLANNED_START',
  CARRIED_OVER: 'UNDER_CONSTRUCTION',
  PRELIMINARY: 'PRELIMINARY',
};

/** One of so many members, of every category in turn. */
export const memberOf = (seed: string, number: number): Member => ({
  id: derivedId('member', seed, String(number)),
  category: (['CARRIED_OVER', 'NEW_START', 'PRELIMINARY'] as const)[number % 3]!,
});

/** The same command under the same key is the same command, whoever sends it when. */
export function envelope(
  stream: string,
  command: ProjectCommand | PlanCommand,
  actor: Actor,
  key: string,
): Envelope<ProjectCommand | PlanCommand> {
  const commandId = derivedId('district', stream, key);
  return { stream, command, actor, commandId, bodyHash: bodyHashOf(command), correlationId: commandId };
}

/** A project with all that a plan asks of it; its start is planned for a day of its first year. */
export function registered({ id, category }: Member, occurredOn: string, startsOn: string): Envelope[] {
  const details = {
    ...{ name: `示例项目${id.slice(0, 8)}`, description: null, sector: 'transport', town: '示例镇' },
    ...{ nature: 'NEW' as const, investmentType: 'GOVERNMENT' as const, managingUnit: null, clientUnit: null },
    ...{ landArea: null, remark: null },
  };
  const responsibilities = {
    ...{ responsibleUnit: 'keeper', legalEntity: 'builder', leadAuthority: 'authority' },
    ...{ supportingUnits: [], reporter: REPORTER.id },
  };
  const commands: ProjectCommand[] = [
    {
      ...{ type: 'RegisterProject', occurredOn, details, status: STATUS[category] },
      ...{ currency: 'CNY', programme: null },
    },
    { type: 'AssignResponsibilities', occurredOn, responsibilities },
    { type: 'ChangeTotalInvestment', occurredOn, amount: TOTAL, reason: null },
    ...(category === 'NEW_START'
      ? [{ type: 'ScheduleMilestones' as const, occurredOn, dates: { COMMENCEMENT: startsOn } }]
      : []),
  ];
  return commands.map((command) => envelope(projectStream(id), command, OFFICE, command.type));
}

/** A year's plan over these members, from draft to publication. */
export function published(year: number, members: readonly Member[]): Envelope[] {
  const declared = totalsOf(members);
  const included = members.map(({ id, category }): PlanCommand => {
    const annual = category === 'PRELIMINARY' ? 0 : ANNUAL;
    return {
      ...{ type: 'IncludeProject', project: id, category, totalInvestment: TOTAL, annualInvestment: annual },
      monthlyTargets: annual === 0 ? null : Array.from({ length: 12 }, () => annual / 12),
    };
  });
  return [
    envelope(planStream(year), { type: 'DraftPlan', declared }, OFFICE, 'draft'),
    ...included.map((command, index) => envelope(planStream(year), command, OFFICE, `include/${index}`)),
    envelope(
      planStream(year),
      { type: 'PublishPlan', approvedBy: '经区政府同意', document: DOCUMENT },
      COLLEAGUE,
      'publish',
    ),
  ];
}

function totalsOf(members: readonly Member[]): ControlTotals {
  const preliminary = members.filter(({ category }) => category === 'PRELIMINARY').length;
  const construction = members.length - preliminary;
  return {
    construction: {
      count: construction,
      totalInvestment: construction * TOTAL,
      annualInvestment: construction * ANNUAL,
    },
    preliminary: { count: preliminary, totalInvestment: preliminary * TOTAL },
  };
}
