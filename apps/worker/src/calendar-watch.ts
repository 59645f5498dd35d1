import { Gauge } from 'prom-client';
import {
  announcedUntil,
  completedBy,
  daysBetween,
  dayOf,
  type PolicyState,
  type CalendarRules,
  policyStream,
} from '#libs/domain';
import { metrics, type Runtime } from '#libs/platform';

const left = new Gauge({
  name: 'taizhang_calendar_left_days',
  help: 'Days from today to the last one whose working days are announced',
  registers: [metrics],
});

/** Tells how far the working days are announced, in force or not: a clock that needs a later year waits for it. */
export async function watchCalendar({ door, clock }: Runtime): Promise<{ announcedUntil: string | null }> {
  const { state } = await door.streams.load(policyStream('calendar'));
  const { versions } = state as PolicyState<CalendarRules>;
  const today = dayOf(clock.now().toISOString());
  const [first, ...later] = versions.map(({ rules }) => rules);
  const until = (first && announcedUntil(completedBy(first, later), today)) ?? null;
  left.set(until === null ? 0 : daysBetween(today, until));
  return { announcedUntil: until };
}
