import {
  type Contribution,
  idOf,
  LATEST,
  type Recorded,
  type Series,
  steps,
  type Sum,
  valueOn,
  type View,
} from '#libs/event-sourcing/pure';
import {
  type Holdings,
  INITIAL_PROJECT,
  projectDecider,
  type ProjectEvent,
  type Responsibilities,
  responsibilitiesOn,
  type Status,
} from '#libs/domain';

/** The places in which a unit answers for a project, named after the roles. */
export const PLACES = ['RESPONSIBLE_UNIT', 'LEGAL_ENTITY', 'SECTOR_AUTHORITY', 'SUPPORTING_UNIT'] as const;
export type Place = (typeof PLACES)[number];

/** Who stood in which place of a project from when until when; 工作台账 are read from these. */
export interface LedgerRow {
  readonly id: string;
  readonly sort: string;
  readonly status: Series<Status>;
  readonly responsibilities: Holdings;
  /** The units that ever held a place, for filtering. */
  readonly units: readonly string[];
  /** From when until when, exclusively. */
  readonly spans: readonly {
    readonly unit: string;
    readonly place: Place;
    readonly from: string;
    readonly to: string;
  }[];
}

export const ledgers: View<LedgerRow> = {
  name: 'ledgers',
  version: 1,
  indexes: [{ 'state.units': 1, 'state.sort': 1 }],

  keys: ({ stream }) => (stream.startsWith('project-') ? [idOf(stream)] : []),

  evolve(before, event, id) {
    const { status, responsibilities } = projectDecider.evolve(
      { ...INITIAL_PROJECT, ...(before && { status: before.status, responsibilities: before.responsibilities }) },
      event as Recorded<ProjectEvent>,
    );
    // Most events concern neither, and a document that stays the same need not be written.
    if (before && responsibilities === before.responsibilities)
      return status === before.status ? before : { ...before, status };
    const spans = spansOf(responsibilities);
    return { id, sort: id, status, responsibilities, units: [...new Set(spans.map(({ unit }) => unit))], spans };
  },

  /** For each unit the number of its projects by place and status; ANY counts a project once, whatever the places. */
  contributions: (row) =>
    row.units.flatMap((unit): Contribution[] =>
      steps(ledgerSum(unit), [...row.status.map(({ on }) => on), ...daysOf(row.responsibilities)], (day) => {
        const status = valueOn(row.status, day);
        const held = row.spans.filter((span) => span.unit === unit && span.from <= day && day < span.to);
        if (status === undefined || held.length === 0) return {};
        return Object.fromEntries([...held.map(({ place }) => place), 'ANY'].map((place) => [`${place}|${status}`, 1]));
      }),
    ),
};

/** The summaries are documents of this same view. */
export const sumsOfLedgers = ledgers as unknown as View<Sum>;

export const ledgerSum = (unit: string): string => `unit/${unit}`;

/** The days on which somebody else may hold a place. */
const daysOf = ({ places, successions }: Holdings): string[] =>
  [...new Set([...Object.values(places).flat(), ...successions].map(({ on }) => on))].sort();

/** Who held which place from when until when, mergers included. */
export function spansOf(holdings: Holdings): LedgerRow['spans'] {
  const days = daysOf(holdings);
  return days.flatMap((from, index) => {
    const held = responsibilitiesOn(holdings, from);
    const to = days[index + 1] ?? LATEST;
    return held ? PLACES.flatMap((place) => unitsIn(held, place).map((unit) => ({ unit, place, from, to }))) : [];
  });
}

function unitsIn(held: Responsibilities, place: Place): readonly string[] {
  if (place === 'SUPPORTING_UNIT') return held.supportingUnits;
  const unit = {
    RESPONSIBLE_UNIT: held.responsibleUnit,
    LEGAL_ENTITY: held.legalEntity,
    SECTOR_AUTHORITY: held.leadAuthority,
  }[place];
  return unit === null ? [] : [unit];
}
