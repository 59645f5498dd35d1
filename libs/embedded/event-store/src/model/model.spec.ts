import fc from 'fast-check';
import { type Answer, Model } from './model.js';
import { operations } from './operations.js';
import { Sequence } from './sequence.js';
import { collect, withEventStore } from '../testing/harness.js';

const ROUNDS = Number(process.env['MODEL_ROUNDS'] ?? 100);
const SIDE_BY_SIDE = 20;
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() & 0xffffff);

/** Small segments, so that the sequences cross their borders all the time. */
const context = withEventStore({ segmentLimit: 64 * 1024 });
const models: Model[] = [];

describe(`the server and the model, seed ${seed}`, () => {
  it(`answer the same in ${ROUNDS * SIDE_BY_SIDE} random sequences`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operations, { minLength: 1, maxLength: SIDE_BY_SIDE, size: 'max' }),
        async (sequences) => {
          await Promise.all(
            sequences.map(async (sequence) => {
              const model = new Model();
              const runner = new Sequence(context.client, model, models.push(model));
              for (const operation of sequence) {
                const [expected, actual] = await runner.run(operation);
                expect({ operation, answer: actual }).toEqual({ operation, answer: expected });
              }
            }),
          );
        },
      ),
      { seed, numRuns: ROUNDS },
    );
  }, 180_000);

  it.each(['as they were written', 'after a restart'])(
    'have the same log, %s',
    async (when) => {
      if (when === 'after a restart') await context.restart();
      const everything = await collect(context.client.readAll());
      const revisions = new Map<string, number>();
      let before = -1n;
      for (const { event } of everything) {
        expect(event!.position!.commit).toBeGreaterThan(before);
        before = event!.position!.commit;
        if (event!.type === '$streamDeleted') continue;
        expect(event!.revision).toBe(BigInt((revisions.get(event!.streamId) ?? -1) + 1));
        revisions.set(event!.streamId, Number(event!.revision));
      }
      for (const model of models)
        for (const [name, events] of model.streams)
          expect([name, revisions.get(name)]).toEqual([name, events.length - 1]);
      const back = await collect(context.client.readAll({ direction: 'backwards', fromPosition: 'end' }));
      expect(back.reverse().map(({ event }) => event!.position)).toEqual(
        everything.map(({ event }) => event!.position),
      );
    },
    60_000,
  );

  it('have a link to each event in the categories of the sequences, in the order of the log', async () => {
    const written = new Map<string, string[]>();
    for (const { event } of await collect(context.client.readAll())) {
      if (event!.streamId.startsWith('$') || event!.type === '$streamDeleted') continue;
      const category = event!.streamId.split('-')[0]!;
      written.set(category, [...(written.get(category) ?? []), `${event!.revision}@${event!.streamId}`]);
    }
    expect(written.size).toBeGreaterThan(ROUNDS);
    for (const [category, links] of [...written].slice(0, 200)) {
      const read = await collect(context.client.readStream(`$ce-${category}`));
      expect(read.map(({ event }) => Buffer.from(event!.data as Uint8Array).toString())).toEqual(links);
      expect(read.map(({ event }) => Number(event!.revision))).toEqual(links.map((_, index) => index));
    }
  }, 60_000);

  it('still agree on every stream after the restart', async () => {
    for (const model of models.slice(0, 200))
      for (const name of model.streams.keys()) {
        const runner = new Sequence(context.client, model, 0);
        const expected: Answer = model.read(name, 'start', false, 100);
        expect(await runner.readFromServer(name, { from: 'start', backwards: false, count: 100 })).toEqual(expected);
      }
  }, 60_000);
});
