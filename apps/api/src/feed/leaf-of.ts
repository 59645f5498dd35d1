import type { Leaves } from '#libs/feed';
import { type EdgeCode, EdgeProblem } from '../http/problems.js';

/** The leaf that somebody names as the last one they kept. Throws the problem for what is no leaf, or none yet. */
export async function leafOf(leaves: Leaves, text: string, code: EdgeCode): Promise<number> {
  const wrong = (detail: string) => new EdgeProblem(code, [{ pointer: '/after', detail }]);
  if (!/^\d{1,15}$/.test(text)) throw wrong('游标须为事件的叶序号');
  const leaf = Number(text);
  // The log itself is asked only about what was not seen of it yet.
  if (leaf > leaves.lastCounted && leaf > (await leaves.last())) throw wrong('游标超出当前记录');
  return leaf;
}
