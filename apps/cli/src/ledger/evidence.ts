import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sealLog } from '#libs/platform';
import { answer, Refused } from '../terminal.js';
import { withHistory } from '../with-runtime.js';
import type { Question } from './answers.js';
import { bundleOn } from './bundle.js';

/** Writes all that is sealed of what the question is about and of the rules, with proofs, and the answer. */
export const exportEvidence = (question: Question, out: string, json: boolean) =>
  withHistory({ door: 'export evidence', asked: { ...question }, ...projectIn(question) }, async (runtime) => {
    await sealLog(runtime, AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS));
    const bundle = await bundleOn(runtime.ledger, runtime.store.asWritten(), question);
    if (!bundle) throw new Refused(missing(question));
    const { events, found, lines } = bundle;
    await pipeline(Readable.from(lines), createWriteStream(out));
    answer(json, { file: out, events, ...found }, [`${events} events with their proofs: ${out}`]);
  });

const projectIn = (question: Question) => ('project' in question ? { project: question.project } : {});

const missing = (question: Question): string =>
  'project' in question
    ? `no project ${question.project} as of that day`
    : `the dashboard of ${question.dashboard} has no ${question.cell} ${question.figure}`;

/** Another seal that is under way has ended by then, also one whose holder was killed. */
const LONGEST_WAIT_MILLISECONDS = 30_000;
