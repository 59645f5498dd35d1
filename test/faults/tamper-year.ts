import { addDays, atHour, projectStream } from '#libs/domain';
import type { Recorded } from '#libs/event-sourcing';
import { COLLEAGUE, envelope, memberOf, published, registered, REPORTER } from '../deadlines/district.js';
import { MemoryWorld } from '../deadlines/memory-world.js';

const PROJECTS = 6;
const BEGIN = '2022-01-10';

/** A year in which no two months and no two projects have the same figures, so that another question has another answer. */
export async function playedYear(): Promise<Recorded[]> {
  const world = await MemoryWorld.begun(atHour(BEGIN, 8));
  const members = Array.from({ length: PROJECTS }, (_, number) => memberOf('tamper', number));
  for (const member of members)
    for (const each of registered(member, BEGIN, addDays(BEGIN, 60))) await world.send(each);
  for (const each of published(2022, members)) await world.send(each);
  for (let number = 1; number <= 12; number++) {
    const month = `2022-${String(number).padStart(2, '0')}`;
    await world.clock.advanceTo(new Date(atHour(`${month}-20`, 9)));
    for (const [at, { id, category }] of members.entries()) {
      if (category === 'PRELIMINARY') continue;
      const stream = projectStream(id);
      const invested = (at + 1) * 1_000_000;
      const report = {
        ...{ month, figures: { month: invested, yearToDate: number * invested }, progress: '主体施工' },
        ...{ blockers: [], correctionReason: null, nilReason: null },
      };
      await world.send(envelope(stream, { type: 'SubmitReport', ...report }, REPORTER, `${month}/submit`));
      await world.send(envelope(stream, { type: 'AcceptReport', month }, COLLEAGUE, `${month}/accept`));
    }
  }
  if (world.refused > 0) throw new Error(`${world.refused} commands of the played year were refused`);
  return world.log.events;
}
