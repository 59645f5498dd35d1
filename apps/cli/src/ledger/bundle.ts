import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_POLICIES, type PolicyName, policyStream, projectStream } from '#libs/domain';
import type { EventStore } from '#libs/event-sourcing';
import { bundleLines, gatherEvidence, type Ledger } from '#libs/ledger';
import { type BundleHeader, type Leaf, projectsNamedIn, type Trusted, verifyBundle } from '#libs/verifier';
import { type Answer, answerOf, type Question, streamOf } from './answers.js';

const { version } = createRequire(import.meta.url)('../../../../../package.json') as { version: string };

/** What a bundle tells beside its proofs; the answer follows from its events by the code that it names. */
type Told = Answer & { readonly question: Question; readonly code: string };

/**
 * All that is sealed of what the question is about and of the rules, with proofs, and the answer; undefined where the
 * events hold none. Throws `Malformed` if nothing was ever sealed.
 */
export async function bundleOn(ledger: Ledger, store: Pick<EventStore, 'read'>, question: Question) {
  const streams = [streamOf(question), ...(Object.keys(DEFAULT_POLICIES) as PolicyName[]).map(policyStream)];
  if ('dashboard' in question) {
    const plan = await gatherEvidence(ledger, store, [streamOf(question)]);
    const named = new Set(plan.events.flatMap(({ event }) => projectsNamedIn(event)));
    streams.push(...[...named].map(projectStream));
  }
  const evidence = await gatherEvidence(ledger, store, streams);
  const found = await answerOf(evidence.events, question);
  if (!found?.result) return undefined;
  const told: Told = { question, ...found, code: version };
  return { events: evidence.events.length, found, lines: bundleLines(ledger, evidence, told) };
}

/** Whether a bundle's proofs hold, and whether this release gives the answer that the release `code` told. */
export async function checkBundle(chunks: AsyncIterable<Buffer>, trusted: Trusted) {
  let told: (BundleHeader & Told) | undefined;
  const leaves: { leaf: number; event: Leaf }[] = [];
  const verdict = await verifyBundle(chunks, trusted, (header, event, leaf) => {
    told = header as BundleHeader & Told;
    if (event) leaves.push({ leaf: leaf!, event });
  });
  const recomputed = verdict.sound && isDeepStrictEqual(await answerOf(leaves, told!.question), answerIn(told!));
  return { verdict, recomputed, code: told?.code };
}

const answerIn = (told: Told): Answer =>
  'contributions' in told ? { result: told.result, contributions: told.contributions } : { result: told.result };
