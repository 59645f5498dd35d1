import fc from 'fast-check';
import { GrowingMap } from './growing-map.js';

/** What is done to one of the maps that there are: a key and a value, or a key that goes. */
const step = fc.record({ of: fc.nat(), key: fc.nat(4), value: fc.option(fc.nat(9)) });

describe('maps that grow out of each other', () => {
  it('hold what copies would hold, in the same order, whichever is looked at when', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 40 }), (steps, looks) => {
        const maps = [new GrowingMap<number, number>()];
        const copies = [new Map<number, number>()];
        for (const { of, key, value } of steps) {
          const at = of % maps.length;
          const copy = new Map(copies[at]!);
          if (value === null) copy.delete(key);
          else copy.set(key, value);
          maps.push(value === null ? maps[at]!.without(key) : maps[at]!.with(key, value));
          copies.push(copy);
        }
        for (const look of [...looks, ...maps.keys()]) {
          const [map, copy] = [maps[look % maps.length]!, copies[look % maps.length]!];
          expect([...map]).toEqual([...copy]);
          expect(map.size).toBe(copy.size);
          for (let key = 0; key < 5; key++)
            expect([map.has(key), map.get(key)]).toEqual([copy.has(key), copy.get(key)]);
        }
      }),
    );
  });

  it('may be looked at while one of them is gone through', () => {
    const one = new GrowingMap(new Map([[1, 'a']]));
    const two = one.with(2, 'b');
    const seen = [];
    for (const key of two.keys()) seen.push([key, one.has(key)]);
    one.forEach((value, key) => seen.push([key, value, two.get(2)]));
    expect(seen).toEqual([
      [1, true],
      [2, false],
      [1, 'a', 'b'],
    ]);
  });

  it('come back from far behind', () => {
    const first = new GrowingMap<number, number>();
    let last = first;
    for (let key = 0; key < 100_000; key++) last = last.with(key, key);
    expect([first.size, last.size, first.size]).toEqual([0, 100_000, 0]);
  });
});
