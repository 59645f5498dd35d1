import { once } from 'node:events';

/** Lines for people go to standard error; standard output is what a command answers. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** One answer: as JSON for machines, else as the lines given. */
export function answer(json: boolean, value: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : lines.map((each) => `${each}\n`).join(''));
}

/** One of many lines of an answer; waits until whoever reads them has taken it. */
export async function line(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

/** A reason to end with exit code 1 that needs no stack: something was refused or found wrong. */
export class Refused extends Error {}
