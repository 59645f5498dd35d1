/** A fault test or a benchmark: whether it ended as it must. */
export type Named = Readonly<Record<string, () => Promise<(args: string[]) => Promise<boolean>>>>;

/** Runs what the first argument names, with the others; a name that is none lists them all. */
export async function runNamed(kind: string, named: Named, [name = '', ...args]: string[]): Promise<never> {
  const load = Object.hasOwn(named, name) ? named[name] : undefined;
  if (!load) {
    process.stderr.write(`no ${kind} ${name || 'is named'}; there are ${Object.keys(named).join(', ')}\n`);
    process.exit(2);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(1));
  const run = await load();
  process.exit((await run(args)) ? 0 : 1);
}

/** The value behind an option, or undefined. */
export const optionOf = (args: readonly string[], name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;

/** A number behind an option; anything else is refused rather than taken for one. */
export function numberOf(args: readonly string[], name: string, otherwise: number): number {
  const text = optionOf(args, name);
  const number = text === undefined ? otherwise : Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  process.stderr.write(`${name} takes a number, not ${text}\n`);
  process.exit(2);
}
