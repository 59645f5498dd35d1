import { progressOn } from './progress.js';

function outputOf(isTTY: boolean): { written: string[]; out: NodeJS.WriteStream } {
  const written: string[] = [];
  return { written, out: { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream };
}

it('draws nothing where nobody looks', () => {
  const { written, out } = outputOf(false);
  progressOn(out)(1, 1);
  expect(written).toEqual([]);
});

it('draws a bar on a terminal, now and then, and a full one at the end', () => {
  const { written, out } = outputOf(true);
  const draw = progressOn(out);
  for (let done = 1; done <= 1000; done++) draw(done, 1000);
  expect(written.length).toBeLessThan(100);
  expect(written.at(-1)).toBe(`\r[${'='.repeat(30)}] 1000/1000\n`);
});
