import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** An event as it was written once; whatever it is read as today, this stays. */
export interface Written {
  readonly type: string;
  readonly schema: number;
  readonly data: object;
}

/** A stream's events up to the sample, which is the last one. */
export interface Sample {
  /** Such as `ReportAccepted.v1`. */
  readonly name: string;
  /** The kind of the stream. */
  readonly kind: string;
  readonly events: readonly Written[];
}

export const sampleName = (type: string, schema: number): string => `${type}.v${schema}`;

/** A sample's text: one event a line. */
export const sampleText = (events: readonly Written[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** What is stored below a folder: `<kind>/<type>.v<schema>.jsonl`. */
export function storedSamples(folder: string): Sample[] {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.jsonl'));
  return files.sort().map((file) => ({
    name: basename(file, '.jsonl'),
    kind: file.split('/')[0]!,
    events: readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Written),
  }));
}
