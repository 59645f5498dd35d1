import {
  copyFileSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
} from 'node:fs';
import { join } from 'node:path';
import { RefusesToStart } from '../log/lock.js';
import { Segment, segmentBases } from '../log/segment.js';
import { type Verified, verify, verifySegment } from './verify.js';

/**
 * Copies the log of a store, running or not, into an empty folder: everything that was acknowledged before the call.
 * Only the last segment can change meanwhile, and only by growing; what of a write was caught half is cut off.
 * The copy is checked and flushed. Throws RefusesToStart if the log is damaged or the target is not empty.
 */
export function backup(folder: string, target: string): Verified {
  requireEmpty(target);
  const names = segmentBases(folder).map((base) => new Segment(folder, base, 0).name);
  if (names.length === 0) throw new RefusesToStart(`There is no log in ${folder}.`);
  for (const name of names) {
    copyFileSync(join(folder, name), join(target, name));
    flush(join(target, name));
  }
  cutTail(target);
  flush(target);
  return verify(target);
}

/** Puts a backup into an empty data folder, after checking all of it. Throws RefusesToStart if it is damaged. */
export function restore(backedUp: string, folder: string): Verified {
  verify(backedUp);
  return backup(backedUp, folder);
}

function requireEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new RefusesToStart(`The folder ${folder} is not empty.`);
  mkdirSync(folder, { recursive: true });
}

function cutTail(folder: string): void {
  const last = new Segment(folder, segmentBases(folder).at(-1)!, 0);
  const torn = verifySegment(last, () => undefined, 'r+');
  if (torn > 0) ftruncateSync(last.file, last.size - torn);
  last.close();
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
