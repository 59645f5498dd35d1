import { dayOf } from '#libs/domain';
import { Door } from './door.js';
import { inWords, type MonthReading, Readings } from './readings.js';
import type { As, Step, YearScript } from './script.js';

export interface Play {
  readonly baseUrl: string;
  readonly script: YearScript;
  /** Asked once for each person. */
  tokenFor(as: As): Promise<string>;
  /** Moves the injected clock. */
  advanceTo(instant: Date): Promise<void>;
  /** Until the worker and the projector have caught up with all that was recorded. */
  settle(): Promise<void>;
  say(line: string): void;
  /** How many projects have a command under way at once. */
  readonly parallel?: number;
}

export interface Played {
  readonly commands: number;
  readonly months: readonly MonthReading[];
  readonly seconds: number;
}

/** Plays the year through the API: time moves, what is due by then is recorded, then the people of that moment act. */
export async function playYear(play: Play): Promise<Played> {
  const { script, say, parallel = 24 } = play;
  const started = Date.now();
  const door = new Door(play.baseUrl, (as) => play.tokenFor(as));
  const readings = new Readings(door);
  const months: MonthReading[] = [];
  let commands = 0;
  for (const moment of script.moments) {
    await play.advanceTo(new Date(moment.at));
    await play.settle();
    try {
      await sideBySide(moment.groups, parallel, async (step) => {
        await door.take(step);
        commands++;
      });
    } catch (error) {
      throw new Error(`${dayOf(moment.at)}: ${(error as Error).message}`, { cause: error });
    }
    // Nothing of this moment is left under way when time moves on, so that a year plays the same each time.
    if (moment.groups.length > 0) await play.settle();
    await readings.after(moment);
    if (moment.closes === undefined) continue;
    const reading = await readings.close(moment.closes);
    months.push(reading);
    say(inWords(reading));
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  say(summary(months, commands, seconds));
  return { commands, months, seconds };
}

/** At most so many groups at once; after a failure none is begun any more, and those under way are waited for. */
async function sideBySide(
  groups: readonly (readonly Step[])[],
  parallel: number,
  take: (step: Step) => Promise<void>,
): Promise<void> {
  const waiting = [...groups];
  const worker = async (): Promise<void> => {
    for (let group; (group = waiting.shift());) for (const step of group) await take(step);
  };
  const outcomes = await Promise.allSettled(
    Array.from({ length: Math.min(parallel, groups.length) }, async () => {
      try {
        await worker();
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

function summary(months: readonly MonthReading[], commands: number, seconds: number): string {
  const total = (of: (month: MonthReading) => number) => months.reduce((sum, month) => sum + of(month), 0);
  return (
    `全年 ${commands} 条命令，用时 ${seconds} 秒：月报 ${total((month) => month.reported)} 份，` +
    `迟报 ${total((month) => month.late)} 份，未报 ${total((month) => month.missed)} 份，` +
    `卡点升级 ${total((month) => month.timedOut + month.handedUp)} 次`
  );
}
