import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LATEST, plain, type Recorded, upcast } from '#libs/event-sourcing';
import { DEFAULT_POLICIES, type PolicyName, policyStream, projectStream, UPCASTS } from '#libs/domain';
import { bundleLines, gatherEvidence } from '#libs/ledger';
import { sealLog } from '#libs/platform';
import { cardOn, projectCards } from '#libs/read-models';
import type { Leaf } from '#libs/verifier';
import { answer, Refused } from '../terminal.js';
import { withHistory } from '../with-runtime.js';

const { version } = createRequire(import.meta.url)('../../../../../package.json') as { version: string };

/** What a bundle tells beside its proofs; the result follows from its events by the code that it names. */
export interface Question {
  readonly question: { readonly project: string; readonly asOf: string | null };
  readonly result: unknown;
  readonly code: string;
}

/** The project's card as of a day from its own events alone, in plain JSON; null if there is none. */
export function cardOf(leaves: readonly Leaf[], { project, asOf }: Question['question']): unknown {
  let card = null;
  for (const leaf of leaves as readonly Recorded[]) {
    if (leaf.stream !== projectStream(project)) continue;
    const data = upcast(UPCASTS, leaf.type, leaf.metadata.schema ?? 1, leaf.data);
    card = projectCards.evolve(card, { ...leaf, data }, project)!;
  }
  return card && (JSON.parse(JSON.stringify(plain(cardOn(card, asOf ?? LATEST) ?? null))) as unknown);
}

/** Writes all that is sealed of a project and of the rules, with proofs, and what follows of it as of a day. */
export const exportEvidence = (project: string, asOf: string | undefined, out: string, json: boolean) =>
  withHistory({ door: 'export evidence', project, asked: { asOf } }, async (runtime) => {
    const { store, ledger } = runtime;
    await sealLog(runtime, AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS));
    const rules = (Object.keys(DEFAULT_POLICIES) as PolicyName[]).map(policyStream);
    const evidence = await gatherEvidence(ledger, store.asWritten(), [projectStream(project), ...rules]);
    const question = { project, asOf: asOf ?? null };
    const result = cardOf(
      evidence.events.map(({ event }) => event),
      question,
    );
    if (result === null) throw new Refused(`no project ${project} as of that day`);
    const told: Question = { question, result, code: version };
    await pipeline(Readable.from(bundleLines(ledger, evidence, told)), createWriteStream(out));
    const events = evidence.events.length;
    answer(json, { file: out, events }, [`${events} events with their proofs: ${out}`]);
  });

/** Another seal that is under way has ended by then, also one whose holder was killed. */
const LONGEST_WAIT_MILLISECONDS = 30_000;
