import { type BundleHeader, parseCheckpoint, type ToldFigure } from '#libs/verifier';
import { newKey } from '../../libs/ledger/src/testing.js';
import { figureOf } from '../../libs/verifier/src/reckoning.js';

/** One way to alter a bundle's lines, of which the first is the header. */
type BundleAlteration = (lines: readonly string[], random: () => number) => string | Buffer;

type Header = BundleHeader & ToldFigure;
type Part = ToldFigure['contributions'][number];
type Amounts = Part['amounts'];

const some = (random: () => number, count: number): number => Math.floor(random() * count);

function flipped(text: string, random: () => number): Buffer {
  const bytes = Buffer.from(text);
  bytes[some(random, bytes.length)]! ^= 1 << some(random, 8);
  return bytes;
}

/** Changes what the first line says. */
const withHeader =
  (change: (header: Header, random: () => number, events: readonly string[]) => Partial<Header>): BundleAlteration =>
  ([first, ...events], random) => {
    const header = JSON.parse(first!) as Header;
    return [`${JSON.stringify({ ...header, ...change(header, random, events) })}\n`, ...events].join('');
  };

const leafOf = (line: string): number => parseInt(line, 10);
const streamIn = (line: string): string => (JSON.parse(line.split('\t')[2]!) as { stream: string }).stream;

export const BUNDLE_ALTERATIONS: Readonly<Record<string, BundleAlteration>> = {
  'a bit of a bundle': (lines, random) => flipped(lines.join(''), random),
  'a bit of the first line': ([first, ...events], random) =>
    Buffer.concat([flipped(first!, random), Buffer.from(events.join(''))]),
  'a digit of an event': (lines, random) => {
    const at = 1 + some(random, lines.length - 1);
    const [leaf, proof, event] = lines[at]!.split('\t') as [string, string, string];
    const places = [...event.matchAll(/\d/g)].map(({ index }) => index);
    const place = places[some(random, places.length)]!;
    const other = (Number(event[place]) + 1) % 10;
    return lines
      .toSpliced(at, 1, `${leaf}\t${proof}\t${event.slice(0, place)}${other}${event.slice(place + 1)}`)
      .join('');
  },
  'a line removed': (lines, random) => lines.toSpliced(some(random, lines.length), 1).join(''),
  'an event removed that is not the last of its stream, and counted out': ([first, ...events], random) => {
    const streams = events.map(streamIn);
    const removable = [...events.keys()].filter((at) => streams.lastIndexOf(streams[at]!) > at);
    const left = events.toSpliced(removable[some(random, removable.length)]!, 1);
    return withHeader(() => ({ events: left.length }))([first!, ...left], random);
  },
  'the newest events of a stream left out, and counted out': ([first, ...events], random) => {
    const names = events.map(streamIn);
    const longer = [...new Set(names)].filter((name) => names.indexOf(name) < names.lastIndexOf(name));
    const stream = longer[some(random, longer.length)]!;
    const own = [...events.keys()].filter((at) => names[at] === stream);
    const gone = new Set(own.slice(-1 - some(random, own.length - 1)));
    const left = events.filter((_, at) => !gone.has(at));
    const change = ({ streams }: Header) => ({
      ...{ events: left.length, streams: { ...streams, [stream]: streams[stream]! - gone.size } },
      // With the proof as it was, or with none that any stream ends.
      ...(some(random, 2) === 0 && { ends: undefined }),
    });
    return withHeader(change as (header: Header) => Partial<Header>)([first!, ...left], random);
  },
  'two lines swapped': (lines, random) => {
    const at = some(random, lines.length - 1);
    return lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!).join('');
  },
  'two events swapped under their numbers and proofs': (lines, random) => {
    const at = 1 + some(random, lines.length - 2);
    const [[leaf, proof, event], [nextLeaf, nextProof, next]] = [lines[at]!.split('\t'), lines[at + 1]!.split('\t')];
    return lines.toSpliced(at, 2, `${leaf}\t${proof}\t${next}`, `${nextLeaf}\t${nextProof}\t${event}`).join('');
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
  'a checkpoint of more leaves under the old signature': withHeader(({ checkpoint }, random) => ({
    checkpoint: checkpoint.replace(/\n\d+\n/, `\n${parseCheckpoint(checkpoint).size + 1 + some(random, 1_000)}\n`),
  })),
  'a checkpoint signed by another key': withHeader(({ checkpoint }) => {
    const { text } = parseCheckpoint(checkpoint).note;
    return { checkpoint: `${text}\n${newKey().sign(text)}\n` };
  }),
  'a checkpoint signed by another key, which is told': withHeader(({ checkpoint }) => {
    const key = newKey();
    const { text } = parseCheckpoint(checkpoint).note;
    return { publicKey: key.publicKey, checkpoint: `${text}\n${key.sign(text)}\n` };
  }),
};

/** Adds to what one of a project's events made, and so to its part. */
function added({ project, amounts, events }: Part, name: string, amount: number): Part {
  const plus = (to: Amounts) => ({ ...to, [name]: (to[name] ?? 0) + amount });
  const [first, ...others] = events;
  return { project, amounts: plus(amounts), events: [{ ...first!, amounts: plus(first!.amounts) }, ...others] };
}

/** Other parts with the sum and the value that follow from them. */
function summed({ question }: Header, contributions: readonly Part[]): Pick<Header, 'contributions' | 'result'> {
  const amounts: Record<string, number> = {};
  for (const part of contributions)
    for (const [name, amount] of Object.entries(part.amounts)) amounts[name] = (amounts[name] ?? 0) + amount;
  return { contributions, result: { amounts, value: figureOf(question.figure, question.dashboard, amounts) } };
}

const someName = (amounts: Amounts, random: () => number): string => {
  const names = Object.keys(amounts);
  return names[some(random, names.length)]!;
};

/** Forged figures, of which all but the first sum up. */
export const FIGURE_ALTERATIONS: Readonly<Record<string, BundleAlteration>> = {
  'another value': withHeader(({ result }, random) => ({
    result: { ...result, value: result.value! + 1 + some(random, 1_000) },
  })),
  'a part with its sum': withHeader((header, random) => {
    const at = some(random, header.contributions.length);
    const part = header.contributions[at]!;
    const more = added(part, someName(part.amounts, random), 1 + some(random, 1_000_000));
    return summed(header, header.contributions.with(at, more));
  }),
  'a part shifted from one project to another': withHeader((header, random) => {
    const at = some(random, header.contributions.length - 1);
    const [from, to] = [header.contributions[at]!, header.contributions[at + 1]!];
    const [name, amount] = [someName(from.amounts, random), 1 + some(random, 1_000_000)];
    return summed(header, header.contributions.toSpliced(at, 2, added(from, name, -amount), added(to, name, amount)));
  }),
  'a part by another leaf': withHeader((header, random, lines) => {
    const at = some(random, header.contributions.length);
    const part = header.contributions[at]!;
    const event = some(random, part.events.length);
    const leaf = leafOf(lines[some(random, lines.length)]!);
    const events = part.events.with(event, { ...part.events[event]!, leaf });
    return { contributions: header.contributions.with(at, { ...part, events }) };
  }),
  'a part left out': withHeader((header, random) =>
    summed(header, header.contributions.toSpliced(some(random, header.contributions.length), 1)),
  ),
  'a project left out with all its events': ([first, ...lines], random) => {
    const header = JSON.parse(first!) as Header;
    const at = some(random, header.contributions.length);
    const gone = `project-${header.contributions[at]!.project}`;
    const left = lines.filter((line) => streamIn(line) !== gone);
    const { [gone]: _, ...streams } = header.streams;
    const told = { events: left.length, streams, ...summed(header, header.contributions.toSpliced(at, 1)) };
    return withHeader(() => told)([first!, ...left], random);
  },
  'another question': withHeader(({ question }, random) => {
    const month = 1 + some(random, 11);
    const others: Partial<ToldFigure['question']>[] = [
      // Any month but the sixth, which the bundles are about.
      { dashboard: `2022-${String(month < 6 ? month : month + 1).padStart(2, '0')}` },
      { asOf: `2022-0${1 + some(random, 5)}-28` },
      { cell: '/byList/ongoing' },
      { figure: 'targetToDate' },
    ];
    return { question: { ...question, ...others[some(random, others.length)] } };
  }),
};
