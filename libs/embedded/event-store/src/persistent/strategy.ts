import { createHash } from 'node:crypto';
import type { Consumer } from './consumer.js';
import type { Item } from './item.js';
import type { StrategyName } from './settings.js';

/** Who gets an event: a consumer; `later` if its consumer is busy but others may go on; undefined if all are busy. */
export interface Strategy {
  pick(item: Item, consumers: readonly Consumer[]): Consumer | 'later' | undefined;
}

export function strategyOf(name: StrategyName): Strategy {
  if (name === 'Pinned') return new Pinned();
  return name === 'RoundRobin' ? new RoundRobin() : dispatchToSingle;
}

/** The first consumer gets all that it can take. */
const dispatchToSingle: Strategy = { pick: (_, consumers) => consumers.find((consumer) => consumer.hasRoom) };

class RoundRobin implements Strategy {
  private next = 0;

  pick(_: Item, consumers: readonly Consumer[]): Consumer | undefined {
    for (let tried = 0; tried < consumers.length; tried++) {
      const consumer = consumers[this.next++ % consumers.length]!;
      if (consumer.hasRoom) return consumer;
    }
    return undefined;
  }
}

const BUCKETS = 1024;

/** Events of one stream go to one consumer, as long as it stays. */
class Pinned implements Strategy {
  private readonly buckets = new Map<number, Consumer>();

  pick(item: Item, consumers: readonly Consumer[]): Consumer | 'later' | undefined {
    if (!consumers.some((consumer) => consumer.hasRoom)) return undefined;
    const bucket = createHash('md5').update(item.stream).digest().readUInt32LE(0) % BUCKETS;
    let owner = this.buckets.get(bucket);
    if (!owner || !consumers.includes(owner)) this.buckets.set(bucket, (owner = this.leastLoaded(consumers)));
    return owner.hasRoom ? owner : 'later';
  }

  private leastLoaded(consumers: readonly Consumer[]): Consumer {
    const load = new Map(consumers.map((consumer) => [consumer, 0]));
    for (const owner of this.buckets.values()) if (load.has(owner)) load.set(owner, load.get(owner)! + 1);
    return consumers.reduce((least, consumer) => (load.get(consumer)! < load.get(least)! ? consumer : least));
  }
}
