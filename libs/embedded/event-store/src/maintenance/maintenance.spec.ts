import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStore } from '../index.js';
import { clientOf, collect, freshName, numbered, temporaryFolder, until, withEventStore } from '../testing/harness.js';
import { backup, restore } from './copy.js';
import { verify } from './verify.js';

const context = withEventStore({ segmentLimit: 16 * 1024 });

describe('a backup of a running store', () => {
  it('holds all that was acknowledged before, and can be restored', async () => {
    const { client, data } = context;
    let running = true;
    const acknowledged: bigint[] = [];
    const writing = Array.from({ length: 4 }, async (_, k) => {
      for (let n = 0; running; n++)
        acknowledged.push((await client.appendToStream(`writer-${k}`, [numbered(n), numbered(n)])).position!.commit);
    });
    await until(() => acknowledged.length > 0);
    const copies: [string, bigint][] = [];
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      const target = temporaryFolder();
      const last = acknowledged.reduce((a, b) => (a > b ? a : b), 0n);
      backup(data, target);
      copies.push([target, last]);
    }
    running = false;
    await Promise.all(writing);
    const everything = (await collect(client.readAll())).map(({ event }) => event!.position!.commit);
    for (const [target, last] of copies) {
      const folder = join(temporaryFolder(), 'restored');
      const { events } = restore(target, folder);
      const restored = await startEventStore({ data: folder });
      const other = clientOf(restored.port);
      const positions = (await collect(other.readAll())).map(({ event }) => event!.position!.commit);
      expect(positions).toHaveLength(events);
      expect(positions).toEqual(everything.slice(0, positions.length));
      expect(positions.at(-1)!).toBeGreaterThanOrEqual(last);
      await other.dispose();
      await restored.close();
    }
  });

  it('does not overwrite anything', () => {
    expect(() => backup(context.data, context.data)).toThrow(/is not empty/);
  });
});

describe('verify', () => {
  it('counts what is there, also while the store runs', async () => {
    const { client, data } = context;
    const before = verify(data);
    await client.appendToStream(freshName(), [numbered(1), numbered(2)]);
    const after = verify(data);
    expect(after.events).toBe(before.events + 2);
    expect(after.bytes).toBeGreaterThan(before.bytes);
    expect(after.tornTail).toBe(0);
  });

  it('names segment and offset of damage', async () => {
    const copy = temporaryFolder();
    // More than one segment holds, however few events were written before; an append is never parted.
    for (let part = 0; part < 6; part++)
      await context.client.appendToStream(
        freshName(),
        Array.from({ length: 100 }, (_, n) => numbered(n)),
      );
    backup(context.data, copy);
    const name = readdirSync(copy).sort()[1]!;
    const bytes = readFileSync(join(copy, name));
    bytes[500]! ^= 0x10;
    writeFileSync(join(copy, name), bytes);
    expect(() => verify(copy)).toThrow(new RegExp(`^Segment ${name} is damaged at offset \\d+\\.$`));
  });
});
