import { type Checkpoint, openCheckpoint } from './checkpoint.js';
import { FigureCheck, type FigureVerdict, isAboutFigure } from './figure.js';
import { HASH_BYTES, type TreeHash, treeHash } from './hash.js';
import { headBytes, type Leaf } from './leaf.js';
import { linesOf } from './lines.js';
import { LONGEST_PROOF, rootFromInclusion } from './merkle.js';
import { bytesOf, Malformed, parseKey } from './note.js';
import { type AboutProject, isAboutProject } from './project.js';

export const FORMAT = 'taizhang-evidence/1';

/** The first line of a bundle. What else it holds is told, not proven, but for a figure, which is reckoned anew. */
export interface BundleHeader {
  readonly format: typeof FORMAT;
  /** The ledger's key as the bundle brings it; only a key from elsewhere proves anything. */
  readonly publicKey: string;
  readonly checkpoint: string;
  /** Number of events that follow. */
  readonly events: number;
  /** The last revision of each stream in the bundle, which is there from its first event on. */
  readonly streams: Readonly<Record<string, number>>;
  /** That each of them ends there: its place among the checkpoint's streams, and hashes in base64 with commas between. */
  readonly ends?: Readonly<Record<string, { readonly place: number; readonly proof: string }>>;
}

/** The outcome: what was found sound, or the first thing that is wrong. */
export interface Verdict {
  readonly sound: boolean;
  /** Events found sound before anything else. */
  readonly events: number;
  /** Leaves under the checkpoint; 0 if there is none that holds. */
  readonly size: number;
  /** Whether no stream goes on behind its last event here; a checkpoint of an earlier release cannot tell. */
  readonly endsShown: boolean;
  /** Line of the file, from 1, and what is wrong with it. */
  readonly wrong?: { readonly line: number; readonly what: string };
  /** Of a bundle about a project that is sound. */
  readonly project?: AboutProject;
  /** Of a bundle about a figure that is sound. */
  readonly figure?: FigureVerdict;
}

/** What is said of a sound bundle under a checkpoint of an earlier release, which names no streams. */
export const ENDS_UNKNOWN =
  'CANNOT TELL whether the newest events are missing: the checkpoint does not say where streams end';

/** What is known from elsewhere than the bundle. */
export interface Trusted {
  /** The ledger's public key. */
  readonly key: string;
  /** A checkpoint to hold the bundle against; it must be of the same size as the bundle's. */
  readonly checkpoint?: string;
}

/**
 * Reads a bundle line by line and says whether each event stands in the ledger where it says so, each stream in it is
 * without a gap, and a figure follows from them. Never throws for what the file holds; `see` is handed each event that
 * was found sound with the number of its leaf.
 */
export async function verifyBundle(
  chunks: AsyncIterable<Buffer>,
  trusted: Trusted,
  see: (header: BundleHeader, leaf?: Leaf, index?: number) => void = () => undefined,
): Promise<Verdict> {
  let [line, events, size] = [0, 0, 0];
  let [isInLine, endsShown] = [false, false];
  try {
    const hash = treeHash(parseKey(trusted.key).hash);
    const course = { last: -1, revisions: new Map<string, number>() };
    let opened: { header: BundleHeader; checkpoint: Checkpoint } | undefined;
    let figure: FigureCheck | undefined;
    let project: AboutProject | undefined;
    for await (const bytes of linesOf(chunks)) {
      line++;
      isInLine = true;
      if (!opened) {
        opened = openBundle(bytes, trusted);
        size = opened.checkpoint.size;
        if (isAboutFigure(opened.header)) figure = new FigureCheck(opened.header);
        else project = projectIn(opened.header);
        endsShown = checkEnds(opened.header, opened.checkpoint, hash);
        see(opened.header);
      } else if (events === opened.header.events) throw new Malformed('more events follow than the bundle says');
      else {
        const leaf = checkEvent(bytes, opened.checkpoint, course, hash);
        figure?.see(leaf, course.last);
        see(opened.header, leaf, course.last);
        events++;
      }
      isInLine = false;
    }
    if (!opened) throw new Malformed('the bundle is empty');
    checkEnd(opened.header, events, course.revisions);
    if (!figure) return { sound: true, events, size, endsShown, project: project! };
    // What is told of the figure stands in the first line.
    [line, isInLine] = [1, true];
    return { sound: true, events, size, endsShown, figure: figure.verdict() };
  } catch (error) {
    const wrong = { line: isInLine ? line : line + 1, what: (error as Error).message };
    return { sound: false, events, size, endsShown: false, wrong };
  }
}

function openBundle(bytes: Buffer, trusted: Trusted): { header: BundleHeader; checkpoint: Checkpoint } {
  const header = jsonOf(bytes) as BundleHeader;
  if (header?.format !== FORMAT) throw new Malformed(`this is no bundle of the form ${FORMAT}`);
  const { publicKey, checkpoint: note, events, streams } = header;
  const isCount = Number.isSafeInteger(events) && events >= 0;
  const isWhole = typeof publicKey === 'string' && typeof note === 'string' && isCount;
  if (!isWhole || typeof streams !== 'object' || streams === null) throw new Malformed('the first line is incomplete');
  const key = parseKey(trusted.key);
  if (publicKey.trim() !== trusted.key.trim()) throw new Malformed('the bundle is of another key');
  const checkpoint = openCheckpoint(note, key);
  if (trusted.checkpoint !== undefined) {
    const kept = openCheckpoint(trusted.checkpoint, key);
    if (kept.size !== checkpoint.size)
      throw new Malformed(`the checkpoint kept is of ${kept.size} leaves, not ${checkpoint.size}`);
    if (!kept.root.equals(checkpoint.root))
      throw new Malformed('two checkpoints of one size differ: the ledger was forked');
  }
  return { header, checkpoint };
}

/** Throws `Malformed` for a bundle that asks nothing that is known, or has nothing of the project it asks about. */
function projectIn(header: BundleHeader): AboutProject {
  const { question } = header as { question?: unknown };
  if (!isAboutProject(question))
    throw new Malformed('the question is missing, or is neither of a project nor a figure');
  const stream = `project-${question.project}`;
  if (!Object.hasOwn(header.streams, stream))
    throw new Malformed(`the events of ${stream}, which is asked for, are missing`);
  return question;
}

/** Whether each stream is shown to end where the first line says. Throws `Malformed` for one that may go on. */
function checkEnds({ streams, ends }: BundleHeader, checkpoint: Checkpoint, hash: TreeHash): boolean {
  if (!checkpoint.streams) return false;
  const { size, root } = checkpoint.streams;
  for (const [stream, revision] of Object.entries(streams)) {
    const { place, proof: list } = ends?.[stream] ?? {};
    const proof = typeof list === 'string' && list.length <= LONGEST_PREFIX ? hashesOf(list) : undefined;
    const index = Number.isSafeInteger(place) ? place! : -1;
    const leaf = hash.leaf(headBytes(stream, revision));
    if (!proof || !rootFromInclusion(hash, { index, size, leaf, proof })?.equals(root))
      throw new Malformed(`${stream} is not shown to end with revision ${revision}: newer events may be left out`);
  }
  return true;
}

/** One event: leaf number, hashes of its proof, and the bytes that were hashed, with tabs between. */
function checkEvent(
  line: Buffer,
  { size, root }: Checkpoint,
  course: { last: number; revisions: Map<string, number> },
  hash: TreeHash,
): Leaf {
  const first = line.indexOf(TAB);
  const second = line.indexOf(TAB, first + 1);
  if (first < 1 || second < 0 || second > LONGEST_PREFIX) throw new Malformed('the line is no event with its proof');
  const number = line.toString('latin1', 0, first);
  const index = Number(number);
  if (!/^(0|[1-9]\d{0,15})$/.test(number) || !Number.isSafeInteger(index))
    throw new Malformed('the line has no leaf number');
  const [bytes, wrong] = [line.subarray(second + 1), (what: string) => new Malformed(`leaf ${index}: ${what}`)];
  if (index <= course.last) throw wrong(`it stands behind leaf ${course.last}`);
  if (index >= size) throw wrong(`the checkpoint has only ${size} leaves`);
  const proof = hashesOf(line.toString('latin1', first + 1, second));
  if (!proof) throw wrong('its proof is no list of hashes');
  if (!rootFromInclusion(hash, { index, size, leaf: hash.leaf(bytes), proof })?.equals(root))
    throw wrong('event and proof do not lead to the checkpoint');
  const leaf = jsonOf(bytes) as Leaf;
  const { stream, revision } = leaf;
  const expected = (course.revisions.get(stream) ?? -1) + 1;
  if (revision !== expected) throw wrong(`${stream} goes on with revision ${revision} where ${expected} was expected`);
  course.last = index;
  course.revisions.set(stream, revision);
  return leaf;
}

function checkEnd({ events, streams }: BundleHeader, seen: number, revisions: ReadonlyMap<string, number>): void {
  if (seen !== events) throw new Malformed(`${seen} events are there of ${events}`);
  const announced = Object.entries(streams);
  for (const [stream, revision] of announced)
    if (revisions.get(stream) !== revision) throw new Malformed(`${stream} does not end with revision ${revision}`);
  if (announced.length !== revisions.size)
    throw new Malformed('there are events of a stream that the first line does not name');
}

const TAB = 0x09;
/** Base64 of a hash and a comma, for each hash of the longest proof, behind a number. */
const LONGEST_PREFIX = 16 + 2 + LONGEST_PROOF * 45;

export function hashesOf(list: string): Buffer[] | undefined {
  const hashes = list === '' ? [] : list.split(',').map(bytesOf);
  return hashes.length <= LONGEST_PROOF && hashes.every((each) => each?.length === HASH_BYTES)
    ? (hashes as Buffer[])
    : undefined;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new Malformed('the line is no JSON');
  }
}
