import { FeedRefused, follow, taizhang } from '../../clients/typescript/src/index.js';
import { after, keep, load, NOTHING } from '../kept.js';

/**
 * Follows the public events over HTTP, each with its effect once: the cursor is kept with the effect, as one file.
 *
 *     TAIZHANG_URL=https://ledger.example TAIZHANG_TOKEN=… node consumer.js FILE
 */
const { TAIZHANG_URL, TAIZHANG_TOKEN } = process.env;
const file = process.argv[2]!;
const ledger = taizhang(TAIZHANG_URL!, () => TAIZHANG_TOKEN!);
for (let kept = load(file); ;)
  try {
    for await (const event of follow(ledger, { after: kept.place ?? undefined })) {
      kept = { ...after(kept, event.type, event.data), place: event.cursor };
      keep(file, kept);
    }
  } catch (error) {
    if (!(error instanceof FeedRefused && error.title === 'CURSOR_LOST')) throw error;
    // The ledger was put back from an older copy and lacks what was made use of here: all of it is made anew.
    kept = NOTHING;
    keep(file, kept);
  }
