import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UPCASTS } from '#libs/domain';
import { schemaOf } from '#libs/event-sourcing/pure';
import { sampleName, sampleText } from './stored.js';
import { toldByExamples } from './told.js';

/** Seen from dist, where this always runs. */
const FOLDER = join(import.meta.dirname, '../../../libs/domain/samples');

/** Stores the newest version of each event that has no sample yet; one that was stored is never written again. */
for (const [type, { kind, events }] of await toldByExamples()) {
  const file = join(FOLDER, kind, `${sampleName(type, schemaOf(UPCASTS, type))}.jsonl`);
  if (existsSync(file)) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sampleText(events.map(({ type, data }) => ({ type, schema: schemaOf(UPCASTS, type), data }))));
  process.stdout.write(`${file}\n`);
}
