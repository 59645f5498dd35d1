import {
  APPROVALS,
  BLOCKER_CATEGORIES,
  CATEGORIES,
  FUNDING_SOURCES,
  FUNDING_USES,
  HORIZONS,
  INVESTMENT_TYPES,
  LEVELS,
  MILESTONES,
  RECORDED_MILESTONES,
  NATURES,
  STATUSES,
} from '#libs/domain';
import * as s from './schema.js';

const occurredOn = s.said('Day on which it was so.', s.day);
const unit = s.said('Id of a unit.', s.text);
const code = s.orNull(s.said('Code of policy data.', s.text));
const yearToDate = s.said('From January on, in 分.', s.amount);
const toLastYearEnd = s.said('Of all years before, in 分.', s.amount);
const blocker = s.said('Id of the blocker within its project.', s.text);
const entry = {
  year: s.year,
  category: s.choice(CATEGORIES),
  annualInvestment: s.said('Planned for the year, in 分.', s.amount),
};
const place = { sector: code, town: code };
const kind = { nature: s.orNull(s.choice(NATURES)), investmentType: s.orNull(s.choice(INVESTMENT_TYPES)) };
const details = { ...place, ...kind };
const kindOfApproval = s.choice(APPROVALS);
const money = {
  occurredOn,
  line: s.said('Id of the funding line within its project.', s.text),
  amount: s.said('In 分.', s.amount),
};
const line = {
  projects: s.count,
  totalInvestment: s.amount,
  annualInvestment: s.amount,
  completed: s.amount,
  completionRate: s.orNull(s.rate),
};

interface Told {
  /** Goes up with every change that would break a consumer. */
  readonly version: number;
  /** What it says, in one sentence. */
  readonly says: string;
  readonly fields: s.Fields;
}

/** Every public event: its name, version and the whitelist of its fields. No person, no free text but names. */
export const CONTRACT = {
  'project.registered': {
    version: 1,
    says: 'A project became known, at the stage where it stood on that day.',
    fields: { occurredOn, name: s.text, ...details, status: s.choice(STATUSES), currency: s.said('ISO 4217', s.text) },
  },
  'project.renamed': {
    version: 1,
    says: 'It had another name from a day on.',
    fields: { occurredOn, name: s.text },
  },
  'project.details-changed': {
    version: 1,
    says: 'These details were otherwise from a day on; those that are left out stay.',
    fields: { occurredOn, changes: s.some({ name: s.text, ...details }) },
  },
  'project.code-assigned': {
    version: 1,
    says: '项目代码 was given to it.',
    fields: { code: s.text },
  },
  'project.total-investment-changed': {
    version: 1,
    says: 'The total investment was another one from a day on; null where it is not known.',
    fields: { occurredOn, amount: s.orNull(s.amount) },
  },
  'project.responsibilities-assigned': {
    version: 1,
    says: 'From a day on these units answer for it; null is 待定.',
    fields: {
      occurredOn,
      responsibleUnit: s.orNull(unit),
      legalEntity: s.orNull(unit),
      leadAuthority: s.orNull(unit),
      supportingUnits: s.list(unit),
    },
  },
  'project.legal-entity-changed': {
    version: 1,
    says: 'From a day on another legal entity answers for it.',
    fields: { occurredOn, legalEntity: unit },
  },
  'project.lead-authority-changed': {
    version: 1,
    says: 'From a day on another authority leads it.',
    fields: { occurredOn, leadAuthority: unit },
  },
  'project.unit-succeeded': {
    version: 1,
    says: 'A unit that holds a place in it was merged; from that day on its successor holds it.',
    fields: { occurredOn, from: unit, to: unit },
  },
  'project.milestones-scheduled': {
    version: 1,
    says: 'The schedule as it stood on a day; null where no date is planned.',
    fields: { occurredOn, dates: s.some(datesOf(MILESTONES)) },
  },
  'project.milestone-rescheduled': {
    version: 1,
    says: 'A date that had been agreed was moved.',
    fields: { occurredOn, milestone: s.choice(MILESTONES), from: s.orNull(s.day), to: s.day },
  },
  'project.milestone-met': {
    version: 1,
    says: 'The design began, or the main structure stood, on a day.',
    fields: { occurredOn, milestone: s.choice(RECORDED_MILESTONES) },
  },
  'project.reserved': {
    version: 1,
    says: '谋划 → 储备: it was taken into the reserve on a day.',
    fields: { occurredOn },
  },
  'project.preliminary-work-begun': {
    version: 1,
    says: '储备 → 前期: preliminary work began on a day.',
    fields: { occurredOn },
  },
  'project.promoted': {
    version: 1,
    says: '五年储备 → 三年滚动 → 年度实施: a project of the outline came one horizon nearer.',
    fields: { from: s.choice(HORIZONS), to: s.choice(HORIZONS) },
  },
  'project.new-start-planned': {
    version: 1,
    says: '前期 → 新开工: its start is planned.',
    fields: { year: s.year, plannedStart: s.day },
  },
  'project.commenced': { version: 1, says: 'Construction began on a day.', fields: { occurredOn } },
  'project.suspended': { version: 1, says: 'Construction stopped on a day.', fields: { occurredOn } },
  'project.resumed': { version: 1, says: 'Construction went on again on a day.', fields: { occurredOn } },
  'project.completed': { version: 1, says: 'The works were accepted on a day.', fields: { occurredOn } },
  'project.put-in-service': { version: 1, says: 'It was in use from a day on.', fields: { occurredOn } },
  'project.cancelled': { version: 1, says: 'It was given up on a day.', fields: { occurredOn } },
  'project.fact-corrected': {
    version: 1,
    says: 'What an earlier event of this project told was otherwise, or was never so; it holds from its own day.',
    fields: {
      corrects: s.said('Id of the public event that told it.', s.text),
      of: s.said('Its type.', s.text),
      replacement: s.said(
        'Its data as they ought to have been, without project, units and recordedAt; null voids it.',
        s.orNull(s.anything),
      ),
    },
  },
  'plan.entered': { version: 1, says: 'It is a member of the published plan of a year.', fields: entry },
  'plan.entry-changed': { version: 1, says: 'A batch changed its line in the plan.', fields: entry },
  'plan.left': { version: 1, says: 'A batch took it out of the plan.', fields: { year: s.year } },
  'report.opening-figures-recorded': {
    version: 1,
    says: 'Investment up to its entry, from which accepted reports go on.',
    fields: { year: s.year, through: s.said('Last month that is covered.', s.month), yearToDate, toLastYearEnd },
  },
  'report.accepted': {
    version: 1,
    says: 'The figures of a month were accepted; a later one of the same month replaces it.',
    fields: {
      month: s.month,
      cutOff: s.said('Day from which the figures count.', s.day),
      figures: s.all({ month: s.said("The month's, in 分.", s.amount), yearToDate }),
    },
  },
  'report.figures-moved': {
    version: 1,
    says: 'Cumulative figures came from or went to other projects by a merger or split; negative where they left.',
    fields: { year: s.year, on: s.day, yearToDate, toLastYearEnd },
  },
  'approval.granted': {
    version: 1,
    says: '批复: an approval was granted on the day of its document.',
    fields: {
      occurredOn,
      kind: kindOfApproval,
      until: s.said('Last day on which it holds before construction began; null if it never expires.', s.orNull(s.day)),
    },
  },
  'approval.extended': {
    version: 1,
    says: '延期: an approval holds up to another last day.',
    fields: { occurredOn, kind: kindOfApproval, until: s.said('Last day on which it holds.', s.day) },
  },
  'approval.revoked': {
    version: 1,
    says: '撤销: what had been granted holds no more from a day on.',
    fields: { occurredOn, kind: kindOfApproval },
  },
  'approval.expired': {
    version: 1,
    says: 'Its last day passed before construction began; it must be applied for again.',
    fields: { kind: kindOfApproval, until: s.said('The last day on which it held.', s.day) },
  },
  'funding.applied': {
    version: 1,
    says: 'Money of one source for one use was asked for; the line begins with it.',
    fields: { ...money, source: s.choice(FUNDING_SOURCES), use: s.choice(FUNDING_USES) },
  },
  'funding.allocated': { version: 1, says: '下达: so much of a line was granted to it in writing.', fields: money },
  'funding.received': { version: 1, says: '到位: so much of a line arrived.', fields: money },
  'funding.paid': { version: 1, says: '支付: it paid so much out of a line.', fields: money },
  'statistics.entered': {
    version: 1,
    says: '入统: the statistics count it from a day on.',
    fields: { occurredOn },
  },
  'statistics.investment-recorded': {
    version: 1,
    says: "What the statistics count of the year's investment up to a month's end; reported and paid amounts are others.",
    fields: { through: s.said('Last month that is covered.', s.month), yearToDate },
  },
  'blocker.raised': {
    version: 1,
    says: 'Something holds the project up.',
    fields: {
      occurredOn,
      blocker,
      category: s.choice(BLOCKER_CATEGORIES),
      level: s.choice(LEVELS),
    },
  },
  'blocker.escalated': {
    version: 1,
    says: 'It climbed one level.',
    fields: { blocker, from: s.choice(LEVELS), to: s.choice(LEVELS), cause: s.choice(['TIME_OVER', 'BEYOND_POWERS']) },
  },
  'blocker.resolved': {
    version: 1,
    says: 'It no longer holds the project up.',
    fields: { blocker, level: s.choice(LEVELS) },
  },
  'blocker.closed': { version: 1, says: '销号: a second person confirmed that it is resolved.', fields: { blocker } },
  'blocker.reopened': { version: 1, says: '反弹: it came back.', fields: { blocker, level: s.choice(LEVELS) } },
  'bulletin.published': {
    version: 1,
    says: '印发: a bulletin for everybody was sent out, with the figures that it froze.',
    fields: {
      bulletin: s.text,
      month: s.said('The month up to which it tells.', s.month),
      docNo: s.text,
      title: s.text,
      corrects: s.said('The bulletin that it corrects.', s.orNull(s.text)),
      through: s.day,
      construction: s.all(line),
    },
  },
} as const satisfies Readonly<Record<string, Told>>;

export type PublicName = keyof typeof CONTRACT;
export const PUBLIC_NAMES = Object.keys(CONTRACT) as PublicName[];

/** What each event says beside the fields of its own. */
const COMMON = {
  project: s.said('Id of the project; null where it is about none.', s.orNull(s.text)),
  units: s.said('Ids of the units that held a place in the project as last told here.', s.list(s.text)),
  recordedAt: s.said('When the office recorded it, at +08:00.', s.instant),
};

type OwnFields<N extends PublicName> = (typeof CONTRACT)[N]['fields'];
export type PublicData<N extends PublicName> = s.AllowedFields<OwnFields<N>>;
export type Common = s.AllowedFields<typeof COMMON>;

/** The type of an event as log, feed and consumers see it: a name and its version. */
export const publicType = (name: PublicName): string => `taizhang.${name}.v${CONTRACT[name].version}`;

/** The name in such a type, of whatever version; undefined if it is none of the contract's. */
export function publicName(type: string): PublicName | undefined {
  const name = /^taizhang\.(.+)\.v\d+$/.exec(type)?.[1];
  return name !== undefined && Object.hasOwn(CONTRACT, name) ? (name as PublicName) : undefined;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The JSON Schema of an event's data. */
export function dataSchema(name: PublicName): s.Json {
  const { says, fields } = CONTRACT[name];
  const type = publicType(name);
  return {
    $schema: DIALECT,
    $id: `urn:taizhang:schema:${name}.v${CONTRACT[name].version}`,
    title: type,
    description: says,
    ...s.all({ ...COMMON, ...fields }).json,
  };
}

function datesOf<const M extends string>(milestones: readonly M[]): { readonly [N in M]: s.Schema<string | null> } {
  return Object.fromEntries(milestones.map((name) => [name, s.orNull(s.day)])) as {
    readonly [N in M]: s.Schema<string | null>;
  };
}
