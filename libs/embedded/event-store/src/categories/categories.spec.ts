import { eventually, numbered, numbers, withEventStore } from '../testing/harness.js';

const context = withEventStore({ categories: true, segmentLimit: 64 * 1024 });
const read = (name: string) => numbers(context.client.readStream(name, { resolveLinkTos: true })).catch(() => []);

describe('links to categories and types', () => {
  it('follow what is written, in its order', async () => {
    const { client } = context;
    for (let n = 0; n < 50; n++) await client.appendToStream(`dog-${n % 5}`, numbered(n, n % 2 ? 'Odd' : 'Even'));
    await client.appendToStream('nodash', numbered(99, 'Odd'));
    await eventually(async () => (await read('$et-Odd')).length === 26);
    expect(await read('$ce-dog')).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect(await read('$et-Even')).toEqual(Array.from({ length: 25 }, (_, n) => 2 * n));
    expect((await read('$et-Odd')).at(-1)).toBe(99);
    expect(await read('$ce-nodash')).toEqual([]);
  });

  it('go on where they were after a restart', async () => {
    await context.client.appendToStream('dog-7', numbered(50));
    await context.restart();
    await context.client.appendToStream('dog-7', numbered(51));
    await eventually(async () => (await read('$ce-dog')).length === 52);
    expect(await read('$ce-dog')).toEqual(Array.from({ length: 52 }, (_, n) => n));
  });
});
