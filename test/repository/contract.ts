import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { dataSchema, type Json, offences, PUBLIC_NAMES, publicType } from '#libs/contracts';
import { toldSamples } from '../samples/public.js';
import { repository } from './generated-docs-place.js';

/**
 * The contract as it was released, one schema and one sample for each version of each event. Stores what is new and
 * breaks nobody; `--check` only says what keeps it from being released.
 */
const FOLDER = join(repository, 'libs/contracts');
const RELEASED = join(FOLDER, 'released');
const SAMPLES = join(FOLDER, 'samples');
const EARLIER = join(FOLDER, 'src/earlier.ts');
const TABLE = 'EARLIER: Readonly<Record<string, Json>> = ';

async function main(words: readonly string[]): Promise<void> {
  const changelog = readFileSync(join(FOLDER, 'CHANGELOG.md'), 'utf8');
  const current = new Map(PUBLIC_NAMES.map((name) => [publicType(name), dataSchema(name)]));
  if (!words.includes('--check'))
    for (const [type, schema] of current)
      if (
        offences(released(), new Map([[type, schema]]), changelog).every((each) => !each.includes('raise its version'))
      )
        await write(join(RELEASED, `${type}.json`), schema);
  for (const [type, sample] of await toldSamples()) {
    const file = join(SAMPLES, `${type}.json`);
    if (existsSync(file)) continue;
    if (words.includes('--check')) process.stderr.write(`${type} has no sample: npm run contract\n`);
    else await write(file, sample);
    if (words.includes('--check')) process.exitCode = 1;
  }
  await printEarlier(current, words.includes('--check'));
  const found = offences(released(), current, changelog);
  for (const offence of found) process.stderr.write(`${offence}\n`);
  if (found.length > 0) process.exitCode = 1;
}

/** What of the released versions is no longer the contract's, for the program, which has no files of this folder at hand. */
async function printEarlier(current: ReadonlyMap<string, Json>, isCheck: boolean): Promise<void> {
  const earlier = Object.fromEntries([...released()].filter(([type]) => !current.has(type)));
  const before = readFileSync(EARLIER, 'utf8');
  const head = before.slice(0, before.indexOf(TABLE) + TABLE.length);
  const now = await format(`${head}${JSON.stringify(earlier)};`, {
    ...(await resolveConfig(EARLIER)),
    filepath: EARLIER,
  });
  if (now === before) return;
  if (!isCheck) return writeFileSync(EARLIER, now);
  process.stderr.write('libs/contracts/src/earlier.ts is not up to date: npm run contract\n');
  process.exitCode = 1;
}

function released(): Map<string, Json> {
  const files = existsSync(RELEASED) ? readdirSync(RELEASED).sort() : [];
  return new Map(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(RELEASED, file), 'utf8')) as Json]),
  );
}

async function write(file: string, value: object): Promise<void> {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, await format(JSON.stringify(value), { parser: 'json', printWidth: 120 }));
}

await main(process.argv.slice(2));
