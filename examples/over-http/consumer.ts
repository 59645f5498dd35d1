import { follow, taizhang } from '../../clients/typescript/src/index.js';
import { after, keep, load } from '../kept.js';

/**
 * Follows the public events over HTTP, each with its effect once: the leaf is kept with the effect, as one file.
 *
 *     TAIZHANG_URL=https://ledger.example TAIZHANG_TOKEN=… node consumer.js FILE
 */
const { TAIZHANG_URL, TAIZHANG_TOKEN } = process.env;
const file = process.argv[2]!;
let kept = load(file);
for await (const event of follow(
  taizhang(TAIZHANG_URL!, () => TAIZHANG_TOKEN!),
  { after: kept.place ?? undefined },
)) {
  kept = { ...after(kept, event.type, event.data), place: event.leaf };
  keep(file, kept);
}
