import {
  colleague,
  document,
  office,
  type Person,
  registration,
  reporter,
  responsibilities,
  type World,
} from './world.js';

/** 100 亿元 in 分, and so on. */
export const yi = (amount: number): number => Math.round(amount * 1e10);

export const BEGIN = '2022-03-28T01:00:00.000Z';
export const PUBLISHED = '2022-04-07T02:00:00.000Z';
export const DUE = '2022-04-25T16:00:00.000Z';
/** The reporter, who for once also has a desk in the office. */
export const reporterInOffice: Person = { ...office, subject: reporter.subject };

export interface Cast {
  /** Reports on time, has blockers. */
  readonly ongoing: string;
  /** Never reports. */
  readonly silent: string;
  readonly newStart: string;
  readonly preliminary: string;
}

const MEMBERS = {
  ongoing: { category: 'CARRIED_OVER', status: 'UNDER_CONSTRUCTION', sector: 'TRANSPORT', total: 100, annual: 24 },
  silent: { category: 'CARRIED_OVER', status: 'UNDER_CONSTRUCTION', sector: 'ENERGY', total: 50, annual: 12 },
  newStart: { category: 'NEW_START', status: 'PLANNED_START', sector: 'TRANSPORT', total: 30, annual: 6 },
  preliminary: { category: 'PRELIMINARY', status: 'PRELIMINARY', sector: 'ENERGY', total: 80, annual: 0 },
} as const;

/** Registers the members, with all that a plan asks of them. */
export async function registerMembers(world: World): Promise<Cast> {
  const cast: Record<string, string> = {};
  for (const [name, { status, sector, total }] of Object.entries(MEMBERS)) {
    const { details } = registration(`示例项目${name}`);
    const registered = await world.done('projects', {
      occurredOn: '2022-01-01',
      details: { ...details, sector },
      status,
    });
    const path = `projects/${registered.body.id}`;
    const assigned = await world.done(
      `${path}/assign-responsibilities`,
      { occurredOn: '2022-01-01', responsibilities },
      { ifMatch: registered.headers.get('etag')! },
    );
    await world.done(
      `${path}/change-total-investment`,
      { occurredOn: '2022-01-01', amount: yi(total) },
      { ifMatch: assigned.headers.get('etag')! },
    );
    await world.done(`${path}/schedule-milestones`, {
      occurredOn: '2022-01-01',
      dates: { COMMENCEMENT: '2022-04-20', COMPLETION: '2023-12-31' },
    });
    cast[name] = registered.body.id as string;
  }
  return cast as unknown as Cast;
}

/** Drafts the plan and includes every member, each time on what the answer before said. */
export async function draftPlan(world: World, cast: Cast): Promise<string> {
  const drafted = await world.done('plans', {
    year: 2022,
    declared: {
      construction: { count: 3, totalInvestment: yi(180), annualInvestment: yi(42) },
      preliminary: { count: 1, totalInvestment: yi(80) },
    },
  });
  let ifMatch = drafted.headers.get('etag')!;
  for (const [name, { category, total, annual }] of Object.entries(MEMBERS)) {
    const line = {
      project: cast[name as keyof Cast],
      category,
      totalInvestment: yi(total),
      annualInvestment: yi(annual),
      monthlyTargets: annual === 0 ? null : Array.from({ length: 12 }, () => yi(annual) / 12),
    };
    ifMatch = (await world.done('plans/2022/include-project', line, { ifMatch })).headers.get('etag')!;
  }
  return ifMatch;
}

export const publishPlan = (world: World, ifMatch: string) =>
  world.done('plans/2022/publish', { approvedBy: '经区政府同意', document }, { ifMatch, as: colleague });

/** A report of April: 2 亿元 in the month upon 6 亿元 before. */
export const aprilReport = (month = 2, before = 6) => ({
  month: '2022-04',
  figures: { month: yi(month), yearToDate: yi(before + month) },
  progress: '主体施工',
  blockers: [],
});
