import { join } from 'node:path';
import { Ledger, openKey, seal } from '#libs/ledger';
import { logOf, storeOf } from '../../libs/ledger/src/testing.js';

/** Seals a made-up log of so many events, a few more each time, until it is killed or has sealed all. */
const [folder, count, step] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])];
const log = logOf(count);
const ledger = new Ledger(folder);
const key = await openKey(join(folder, 'key'));
process.stdout.write('sealing\n');
for (let size = (await ledger.checkpoint())?.size ?? 0; size < count;) {
  size = Math.min(count, size + step);
  await seal({ store: storeOf(log.slice(0, size)), ledger, key });
}
