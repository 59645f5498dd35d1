import { setTimeout as pause } from 'node:timers/promises';
import type { Grant } from '#libs/domain';
import { BEFORE_ALL, type EventStore, isFollowed } from '#libs/event-sourcing';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import type { Appended } from './subscribers-load.js';

const PATIENCE = 120_000;
const LOOK_MILLISECONDS = 100;

/** A public event as the log holds it, and the number of its leaf, counted here. */
interface Told {
  readonly leaf: number;
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly units: readonly string[];
}

/** What was told outside, read from the streams and the log themselves: nothing here goes through the feed. */
export class Expected {
  private readonly told: Told[] = [];
  private leaves = 0;
  private position = BEFORE_ALL;

  constructor(private readonly store: EventStore) {}

  get count(): number {
    return this.told.length;
  }

  /** Waits for all that these projects must tell; throws where a stream tells anything else, or in another order. */
  async add(projects: readonly Appended[]): Promise<void> {
    for (const { project, told } of projects) await this.untilTold(project, told);
    let last = this.position;
    await patiently(PATIENCE, async () => {
      // After a break it goes on behind what it has counted.
      for await (const { position, stream, id, type, data } of this.store.readAll(last)) {
        if (!isFollowed({ stream })) continue;
        last = position;
        const leaf = this.leaves++;
        if (!stream.startsWith('public-')) continue;
        const { project, units } = data as { project: string; units: string[] };
        this.told.push({ leaf, id, project, name: type.replace(/^taizhang\.|\.v\d+$/g, ''), units });
      }
    });
    this.position = last;
  }

  /** What a grant lets be seen, in the order of the log. */
  seenWith({ types, units }: Grant): Told[] {
    return this.told.filter(
      (each) => types.includes(each.name) && (units === null || units.some((unit) => each.units.includes(unit))),
    );
  }

  private async untilTold(project: string, told: readonly string[]): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE;
    for (;;) {
      const found = await patiently(PATIENCE, async () => {
        const ids: string[] = [];
        for await (const { id } of this.store.read(`public-${project}`)) ids.push(id);
        return ids;
      });
      const wrong = found.findIndex((id, at) => id !== told[at]);
      if (wrong >= 0) throw new Error(`public-${project} has ${found[wrong]} at ${wrong}, not ${told[wrong]}`);
      if (found.length === told.length) return;
      if (performance.now() > giveUpAt)
        throw new Error(`public-${project} has ${found.length} events, not ${told.length}`);
      await pause(LOOK_MILLISECONDS);
    }
  }
}
