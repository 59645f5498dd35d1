import { digestOf, playYears } from '../deadlines/years.js';
import { missteps } from '../deadlines/years-check.js';
import { numberOf } from '../run-named.js';

const SHOWN = 20;

/**
 * The years 2022 to 2026 of a whole district over a log in memory, twice: every deadline fires once and at its instant,
 * and the second run has the same events.
 */
export async function faultsYears(args: string[] = []): Promise<boolean> {
  const projects = numberOf(args, '--projects', 328);
  const seed = numberOf(args, '--seed', Date.now() % 1_000_000);
  console.log(`years: ${projects} projects, seed ${seed}`);
  const digests = new Set<string>();
  for (let run = 1; run <= 2; run++) {
    const began = performance.now();
    const played = await playYears(projects, seed);
    const found = missteps(played);
    for (const each of found.slice(0, SHOWN)) console.error(`years: ${each}`);
    if (found.length > 0) return false;
    const { events, refused } = played;
    digests.add(digestOf(events));
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(
      `  run ${run}: ${events.length} events, ${refused} commands refused, ${[...digests].at(-1)}; ${seconds} s`,
    );
  }
  console.log(
    `years: every deadline once and at its instant, ${digests.size === 1 ? 'the same' : 'OTHER'} events again`,
  );
  return digests.size === 1;
}
