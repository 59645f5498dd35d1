import { type At, idOf, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { dayOf, endOf, lastDayOf } from '../../days.js';
import { DIMENSIONS } from '../../policy/lights.js';
import type { JudgedMonth, PlanState } from '../../plan/state.js';
import { planStream } from '../../plan/streams.js';
import type { Clock } from '../clock.js';
import { type MembershipState, yearsOf } from '../membership/state.js';
import { currentStatus, isEnded } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import { lightsOf, worstOf } from './colours.js';
import type { LightEvent, Lights } from './events.js';

/** A month that ended while the project was a member. */
export interface EndedMonth extends Omit<JudgedMonth, 'members'> {
  readonly year: number;
}

type State = Parameters<typeof lightsOf>[0] & Pick<ProjectState, 'lights' | 'excuses' | 'settledUpTo'>;

/** The months of all plans that it is or was in, which ended while it was a member. */
export const endedMonths = (state: MembershipState, at: At): EndedMonth[] =>
  yearsOf(state).flatMap((year) =>
    at
      .stateOf<PlanState>(planStream(year))
      .judgedMonths.filter(({ members }) => members.has(idOf(at.stream)))
      .map(({ members: _, ...month }) => ({ ...month, year })),
  );

/** The ends of months that show other lights than those before, and the ends of excuses. */
export const clocksOf = (state: State, ended: readonly EndedMonth[]): Clock<LightEvent>[] => [
  ...ended.filter((month) => isOpen(state, month)).flatMap((month) => judgement(state, month)),
  ...(isEnded(currentStatus(state)) ? [] : state.excuses.filter((excuse) => !excuse.ended)).map(
    ({ dimension, until }): Clock<LightEvent> => ({
      rule: `excuse/${dimension}/${until}`,
      dueAt: endOf(until),
      basis: null,
      event: () => ({ type: 'ExcuseEnded', data: { dimension, until } }),
    }),
  ),
];

/** What was not recorded when the month's end was looked at shows at the next one: lights never run backwards. */
const isOpen = (state: State, { year, month, endsAt }: EndedMonth): boolean =>
  state.plans[year] !== undefined && endsAt > state.settledUpTo && month > (state.lights.at(-1)?.value?.month ?? '');

function judgement(state: State, { endsAt: dueAt, policyVersion, ...end }: EndedMonth): Clock<LightEvent>[] {
  const { year, month } = end;
  const before = valueOn(state.lights, LATEST);
  const lights = lightsOf(state, end);
  if (isSame(before?.year === year ? before.lights : {}, lights)) return [];
  const overall = worstOf(Object.values(lights));
  const data = { year, month, lights, overall, policyVersion };
  const basis = { policy: 'lights', version: policyVersion } as const;
  return [{ rule: `lights/${month}`, dueAt, basis, event: () => ({ type: 'ProgressLightChanged', data }) }];
}

/** Inputs move each month; only what people see of them makes another light. */
const isSame = (before: Lights, after: Lights): boolean =>
  DIMENSIONS.every((each) => before[each]?.colour === after[each]?.colour && before[each]?.note === after[each]?.note);

/** Only its plans know which months have ended; none that was looked at is looked at again. */
export const wakesAt = (state: Pick<State, 'plans' | 'settledUpTo'>): string | undefined =>
  yearsOf(state).length === 0 ? undefined : endOf(lastDayOf(dayOf(state.settledUpTo)));
