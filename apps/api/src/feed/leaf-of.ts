import type { Leaves } from '#libs/feed';
import { type EdgeCode, EdgeProblem } from '../http/problems.js';

/**
 * The leaf that somebody names as the last one they kept, by its cursor or by its number alone. Throws the problem for
 * what is neither, or a number of no leaf yet, and CURSOR_LOST for the cursor of an event that the log does not hold.
 */
export async function leafOf(leaves: Leaves, text: string, code: EdgeCode): Promise<number> {
  const wrong = (detail: string) => new EdgeProblem(code, [{ pointer: '/after', detail }]);
  const [, number, check] = /^(\d{1,15})(-[0-9a-f]{8})?$/.exec(text) ?? [];
  if (number === undefined) throw wrong('游标须为事件的 cursor 或叶序号');
  const leaf = Number(number);
  // The log itself is asked only about what was not seen of it yet.
  const isThere = leaf <= leaves.lastCounted || leaf <= (await leaves.last());
  if (check === undefined && !isThere) throw wrong('游标超出当前记录');
  if (check !== undefined && !(isThere && (await leaves.cursorAt(leaf)) === text)) throw new EdgeProblem('CURSOR_LOST');
  return leaf;
}
