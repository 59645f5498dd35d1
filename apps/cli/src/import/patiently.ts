import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#libs/event-sourcing';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * Asks until there is an answer, a refusal included, with growing pauses; throws the last failure when patience ends.
 * For questions that may be asked twice: after a failure nobody knows whether the first one was heard.
 */
export async function patiently<T>(milliseconds: number, ask: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + milliseconds;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refusal || performance.now() + wait > giveUpAt) throw error;
      await pause(wait);
    }
  }
}
