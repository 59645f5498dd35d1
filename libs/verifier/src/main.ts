#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENDS_UNKNOWN, hashesOf, verifyBundle } from './bundle.js';
import { openCheckpoint } from './checkpoint.js';
import { chunksOf, textOf } from './files.js';
import { figureLine } from './figure.js';
import { treeHash } from './hash.js';
import { isExtension } from './merkle.js';
import { parseKey } from './note.js';
import { projectLine } from './project.js';

const USAGE = `taizhang-verifier bundle FILE --key KEY [--checkpoint FILE]
taizhang-verifier extends EARLIER LATER [PROOF] --key KEY

KEY is the ledger's public key or a file that holds it, got from elsewhere than what is verified.
Ends with 0 if all is sound, 1 if something is wrong, 2 if it was not asked rightly.
`;

async function bundle(file: string, key: string, checkpoint: string | undefined): Promise<string | undefined> {
  // A bad key is no fault of the bundle's first line.
  parseKey(key);
  const kept = checkpoint === undefined ? {} : { checkpoint: textOf(checkpoint) };
  const { sound, events, size, endsShown, wrong, project, figure } = await verifyBundle(await chunksOf(file), {
    key,
    ...kept,
  });
  if (size > 0) process.stdout.write(`${events} events sound under a checkpoint of ${size} leaves\n`);
  if (sound && !endsShown) process.stdout.write(`${ENDS_UNKNOWN}\n`);
  if (project) process.stdout.write(`${projectLine(project)}\n`);
  if (figure) process.stdout.write(`${figureLine(figure)}\n`);
  return sound ? undefined : `line ${wrong!.line}: ${wrong!.what}`;
}

/** Two checkpoints, and the hashes that the ledger gives for them, one a line or as its JSON answer. */
function extension(
  earlierFile: string,
  laterFile: string,
  proofFile: string | undefined,
  key: string,
): string | undefined {
  const [earlier, later] = [earlierFile, laterFile].map((file) => openCheckpoint(textOf(file), parseKey(key)));
  const text = proofFile === undefined ? '' : textOf(proofFile).trim();
  const list = text.startsWith('{') ? (JSON.parse(text) as { proof?: unknown }).proof : text.split('\n');
  const proof = hashesOf(Array.isArray(list) ? list.join(',') : '');
  if (!proof) return 'the proof is no list of hashes';
  if (earlier!.size === later!.size && !earlier!.root.equals(later!.root))
    return `two checkpoints of ${later!.size} leaves differ: the ledger was forked`;
  if (!isExtension(treeHash(parseKey(key).hash), earlier!, later!, proof))
    return 'the later checkpoint is not shown to extend the earlier: the proof is another’s, or the ledger was forked';
  process.stdout.write(`${later!.size} leaves extend ${earlier!.size}\n`);
  return undefined;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' }, checkpoint: { type: 'string' } },
    allowPositionals: true,
  });
  const [command, first, second, third] = positionals;
  if (values.key === undefined || first === undefined) throw new TypeError('usage');
  const key = existsSync(values.key) ? textOf(values.key) : values.key;
  let wrong: string | undefined;
  if (command === 'bundle') wrong = await bundle(first, key, values.checkpoint);
  else if (command === 'extends' && second !== undefined) wrong = extension(first, second, third, key);
  else throw new TypeError('usage');
  if (wrong !== undefined) process.stdout.write(`WRONG: ${wrong}\n`);
  return wrong === undefined ? 0 : 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const isUsage = error instanceof TypeError;
    process.stderr.write(isUsage ? USAGE : `WRONG: ${(error as Error).message}\n`);
    process.exitCode = isUsage ? 2 : 1;
  },
);
