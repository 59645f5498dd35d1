/** One way to alter a bundle's lines, of which the first is the header. */
type BundleAlteration = (lines: readonly string[], random: () => number) => string | Buffer;

const some = (random: () => number, count: number): number => Math.floor(random() * count);

export const BUNDLE_ALTERATIONS: Readonly<Record<string, BundleAlteration>> = {
  'a bit of a bundle': (lines, random) => {
    const bytes = Buffer.from(lines.join(''));
    bytes[some(random, bytes.length)]! ^= 1 << some(random, 8);
    return bytes;
  },
  'a line removed': (lines, random) => lines.toSpliced(some(random, lines.length), 1).join(''),
  'two lines swapped': (lines, random) => {
    const at = some(random, lines.length - 1);
    return lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!).join('');
  },
  'a line twice': (lines, random) => {
    const at = some(random, lines.length);
    return lines.toSpliced(at, 0, lines[at]!).join('');
  },
  'a line slipped in under the next number': (lines, random) => {
    const at = 1 + some(random, lines.length - 1);
    return lines
      .toSpliced(
        at,
        0,
        lines[at]!.replace(/^\d+/, (leaf) => String(Number(leaf) + 1)),
      )
      .join('');
  },
  'a bundle cut off': (lines, random) => {
    const whole = lines.join('');
    return whole.slice(0, some(random, whole.length));
  },
};
