import fc from 'fast-check';
import type { DomainEvent, Recorded } from './event.js';
import { MemoryDocuments } from './memory-documents.js';
import { recorded, viewed } from './testing.js';
import { fold } from './fold.js';
import { steps, type Sum, sumOn, type View } from './view.js';

/** A made-up view: how much lies in each box from which day on, a box whose amount is 0 being thrown away. */
type Put = DomainEvent & { readonly data: { readonly box: string; readonly on: string; readonly amount: number } };
type Box = { readonly on: string; readonly amount: number };
const boxes: View<Box> = {
  name: 'boxes',
  version: 1,
  keys: (event) => (event.type === 'Put' ? [(event as Recorded<Put>).data.box] : []),
  evolve: (_, event) => {
    const { on, amount } = (event as Recorded<Put>).data;
    return amount === 0 ? null : { on, amount };
  },
  contributions: ({ on, amount }) => [{ sum: 'all', day: on, amounts: { boxes: 1, amount } }],
};

const scene = { stream: 'store-1', now: '2022-05-01T00:00:00.000Z', actor: { id: 'x', role: 'x', unit: null } };
const put = (box: string, on: string, amount: number): Put => ({ type: 'Put', data: { box, on, amount } });
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2022-05-0${number}`);
const puts = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), day, fc.integer({ min: -2, max: 2 })), { maxLength: 12 })
  .map((told) =>
    recorded(
      told.map(([box, on, amount]) => put(box, on, amount)),
      scene,
    ),
  );

describe('a fold', () => {
  it('keeps each summary the sum of what the documents contribute', async () => {
    await fc.assert(
      fc.asyncProperty(puts, day, async (events, asked) => {
        const documents = await viewed<Box | Sum>(boxes, events);
        const sum = (documents.get('all') as Sum | undefined) ?? null;
        const held = [...documents]
          .filter(([key]) => key !== 'all')
          .map(([, box]) => box as Box)
          .filter(({ on }) => on <= asked);
        const { boxes: count = 0, amount = 0 } = sumOn(sum, asked);
        expect([count, amount]).toEqual([held.length, held.reduce((total, box) => total + box.amount, 0)]);
      }),
    );
  });

  it('gives what a replay from scratch gives, document for document', async () => {
    await fc.assert(
      fc.asyncProperty(puts, async (events) => {
        const memory = new MemoryDocuments([boxes]);
        for (const event of events) memory.apply(event);
        expect(Object.fromEntries(memory.all(boxes))).toEqual(Object.fromEntries(await viewed(boxes, events)));
      }),
    );
  });

  it('leaves nothing where everything was taken away again', async () => {
    const documents = await viewed(boxes, recorded([put('a', '2022-05-01', 2), put('a', '2022-05-01', 0)], scene));
    expect(documents).toEqual(new Map());
  });

  it('loads nothing for events that no document follows', async () => {
    const load = jest.fn();
    expect(await fold(boxes, recorded([{ type: 'Seen', data: {} }], scene), load)).toEqual([]);
    expect(load).not.toHaveBeenCalled();
  });

  it('changes each document once, with its state ahead of the batch', async () => {
    const before = { position: 7, state: { on: '2022-05-01', amount: 1 } };
    const events = recorded([put('a', '2022-05-02', 2), put('a', '2022-05-03', 3)], scene);
    const changes = await fold(boxes, events, (keys) =>
      Promise.resolve(new Map(keys.includes('a') ? [['a', before]] : [])),
    );
    expect(changes.filter(({ key }) => key === 'a')).toEqual([
      { key: 'a', before, state: { on: '2022-05-03', amount: 3 } },
    ]);
  });

  it('does not touch a summary that stays as it is', async () => {
    const box = { on: '2022-05-02', amount: 2 };
    const events = recorded([put('a', '2022-05-02', 2)], scene);
    const changes = await fold(boxes, events, (keys) =>
      Promise.resolve(new Map(keys.includes('a') ? [['a', { position: 1, state: box }]] : [])),
    );
    expect(changes.map(({ key }) => key)).toEqual(['a']);
  });
});

describe('steps', () => {
  const amounts = fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ min: -3, max: 3 }), { noNullPrototype: true });

  it('add up to the value of each day again', () => {
    fc.assert(
      fc.property(fc.dictionary(day, amounts, { noNullPrototype: true }), (values) => {
        const days = Object.keys(values);
        const sum: Sum = {
          days: Object.fromEntries(steps('s', days, (on) => values[on]!).map((step) => [step.day, step.amounts])),
        };
        for (const on of days) {
          const { x = 0, y = 0 } = sumOn(sum, on);
          expect([x, y]).toEqual([values[on]!.x ?? 0, values[on]!.y ?? 0]);
        }
      }),
    );
  });

  it('are none on days on which nothing changes', () => {
    expect(steps('s', ['2022-05-02', '2022-05-01', '2022-05-02'], () => ({ x: 1, y: 0 }))).toEqual([
      { sum: 's', day: '2022-05-01', amounts: { x: 1 } },
    ]);
  });
});

describe('a sum that is not there', () => {
  it('is nothing', () => {
    expect(sumOn(null, '2022-05-01')).toEqual({});
  });
});
