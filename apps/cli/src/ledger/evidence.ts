import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DEFAULT_POLICIES, type PolicyName, policyStream, projectStream } from '#libs/domain';
import { bundleLines, gatherEvidence } from '#libs/ledger';
import { sealLog } from '#libs/platform';
import { projectsNamedIn } from '#libs/verifier';
import { answer, Refused } from '../terminal.js';
import { withHistory } from '../with-runtime.js';
import { type Answer, answerOf, type Question, streamOf } from './answers.js';

const { version } = createRequire(import.meta.url)('../../../../../package.json') as { version: string };

/** What a bundle tells beside its proofs; the answer follows from its events by the code that it names. */
export type Told = Answer & { readonly question: Question; readonly code: string };

/** Writes all that is sealed of what the question is about and of the rules, with proofs, and the answer. */
export const exportEvidence = (question: Question, out: string, json: boolean) =>
  withHistory({ door: 'export evidence', asked: { ...question }, ...projectIn(question) }, async (runtime) => {
    const { ledger } = runtime;
    const store = runtime.store.asWritten();
    await sealLog(runtime, AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS));
    const streams = [streamOf(question), ...(Object.keys(DEFAULT_POLICIES) as PolicyName[]).map(policyStream)];
    if ('dashboard' in question) {
      const plan = await gatherEvidence(ledger, store, [streamOf(question)]);
      const named = new Set(plan.events.flatMap(({ event }) => projectsNamedIn(event)));
      streams.push(...[...named].map(projectStream));
    }
    const evidence = await gatherEvidence(ledger, store, streams);
    const found = await answerOf(evidence.events, question);
    if (!found?.result) throw new Refused(missing(question));
    const told: Told = { question, ...found, code: version };
    await pipeline(Readable.from(bundleLines(ledger, evidence, told)), createWriteStream(out));
    const events = evidence.events.length;
    answer(json, { file: out, events, ...found }, [`${events} events with their proofs: ${out}`]);
  });

const projectIn = (question: Question) => ('project' in question ? { project: question.project } : {});

const missing = (question: Question): string =>
  'project' in question
    ? `no project ${question.project} as of that day`
    : `the dashboard of ${question.dashboard} has no ${question.cell} ${question.figure}`;

/** Another seal that is under way has ended by then, also one whose holder was killed. */
const LONGEST_WAIT_MILLISECONDS = 30_000;
