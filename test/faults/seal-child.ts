import { join } from 'node:path';
import { Ledger, makeKey, openKey, seal } from '#libs/ledger';
import { readOrMake } from '../../libs/platform/src/key-file.js';
import { logOf, storeOf } from '../../libs/ledger/src/testing.js';

/** Seals a made-up log of so many events, a few more each time, until it is killed or has sealed all. */
const [folder, count, step] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])];
const log = logOf(count);
const ledger = new Ledger(folder);
const key = openKey(await readOrMake(join(folder, 'key'), () => makeKey('ed25519-sha256')));
process.stdout.write('sealing\n');
for (let size = (await ledger.checkpoint())?.size ?? 0; size < count;) {
  size = Math.min(count, size + step);
  await seal({ store: storeOf(log.slice(0, size)), ledger, key });
}
