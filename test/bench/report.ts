import { loadavg } from 'node:os';

/** The figure in the middle, which one slow run does not move. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const rounded = (value: number): number => Number(value.toPrecision(4));

/** A figure for people on standard error, and for machines on standard output. */
export function figure(bench: string, metric: string, value: number, unit: string, aim = ''): void {
  process.stderr.write(`${bench}: ${metric} ${rounded(value)} ${unit}${aim && `, aim ${aim}`}\n`);
  process.stdout.write(`${JSON.stringify({ bench, metric, value: rounded(value), unit })}\n`);
}

/** A figure that must be smaller than the aim; whether it is. */
export function below(bench: string, metric: string, value: number, unit: string, aim: number): boolean {
  const met = value < aim;
  figure(bench, metric, value, unit, `below ${rounded(aim)} ${met ? '(met)' : '(MISSED)'}`);
  return met;
}

/** How many processes want the machine: figures say little where it is more than what is measured. */
export const loadOfMachine = (bench: string): void =>
  figure(bench, 'load of the machine, one minute', loadavg()[0]!, 'processes');

/** A comparison with something measured in the same run; whether it is what was aimed at. */
export function comparison(bench: string, metric: string, ratio: number, against: string, aim: number): boolean {
  const met = ratio >= aim;
  process.stderr.write(
    `${bench}: ${metric}, ratio ${rounded(ratio)} to ${against}, aim ${aim} ${met ? '(met)' : '(MISSED)'}\n`,
  );
  process.stdout.write(`${JSON.stringify({ bench, metric, ratio: rounded(ratio), against })}\n`);
  return met;
}

/** Runs two sides in turns, so that a busy machine slows both; each gives events or commands a second. */
export async function inTurns(
  bench: string,
  pairs: number,
  own: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ own: number; other: number; ratio: number }> {
  const seen: { own: number; other: number }[] = [];
  for (let pair = 1; pair <= pairs; pair++) {
    // Neither side always comes first.
    const first = pair % 2 === 0 ? await own() : await other();
    const second = pair % 2 === 0 ? await other() : await own();
    const both = pair % 2 === 0 ? { own: first, other: second } : { own: second, other: first };
    seen.push(both);
    process.stderr.write(`${bench}: pair ${pair}, ${Math.round(both.own)}/s against ${Math.round(both.other)}/s\n`);
  }
  return {
    own: median(seen.map(({ own }) => own)),
    other: median(seen.map(({ other }) => other)),
    ratio: median(seen.map(({ own, other }) => own / other)),
  };
}
