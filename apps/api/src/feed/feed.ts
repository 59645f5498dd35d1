import { Inject, Injectable } from '@nestjs/common';
import { type CloudEvent, cloudEvent, type Common, publicName } from '#libs/contracts';
import type { Actor, Recorded } from '#libs/event-sourcing';
import { type Grant, mayRead, type SubscriberState, subscriberStream } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { EdgeProblem } from '../http/problems.js';
import { Leaves } from './leaves.js';

/** What is asked for, beside what the caller may see. */
export interface Wanted {
  /** Names of events, without a version; all if left out. */
  readonly types?: readonly string[];
  readonly project?: string;
}

export type Sees = (event: Recorded) => boolean;

export interface FeedPage {
  readonly events: readonly CloudEvent[];
  /** The leaf to go on after. */
  readonly next: number;
  /** Nothing of this page can be otherwise another time. */
  readonly isFull: boolean;
}

/** Events that are looked at for one page: what is behind them is for the next, which may be empty. */
const LOOKED_AT = 5_000;
const CHUNK = 500;

/** Public events in the order of their leaves, as far as somebody may see them. */
@Injectable()
export class Feed {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly leaves: Leaves,
  ) {}

  /** What an actor sees by now; throws NOT_GRANTED where that is nothing. */
  async seenBy(actor: Actor): Promise<Sees> {
    const grant = await this.grantOf(actor);
    return (event) => grant === null || isGranted(grant, event);
  }

  /** What bounds an actor by now; null for those who see all of it. Throws NOT_GRANTED for those who see nothing. */
  async grantOf(actor: Actor): Promise<Grant | null> {
    if (actor.role !== 'SUBSCRIBER') {
      if (mayRead(actor.role)) return null;
      throw new EdgeProblem('NOT_GRANTED');
    }
    const { state } = await this.runtime.door.streams.load<SubscriberState>(subscriberStream(actor.id));
    if (!state.grant) throw new EdgeProblem('NOT_GRANTED');
    return state.grant;
  }

  async page(after: number, limit: number, wanted: Wanted, sees: Sees): Promise<FeedPage> {
    const events: CloudEvent[] = [];
    let next = after;
    for (let lookedAt = 0; lookedAt < LOOKED_AT;) {
      const chunk = await this.leaves.after(next, CHUNK);
      if (chunk.length === 0) return { events, next, isFull: false };
      lookedAt += chunk.length;
      for (const { leaf, event } of chunk) {
        next = leaf;
        if (isWanted(wanted, event) && sees(event)) events.push(cloudEvent(event, leaf));
        if (events.length === limit) return { events, next, isFull: true };
      }
    }
    return { events, next, isFull: true };
  }
}

function isGranted({ types, units }: Grant, { type, data }: Recorded): boolean {
  if (!types.includes(publicName(type)!)) return false;
  const told = data as Common;
  return units === null || told.project === null || told.units.some((unit) => units.includes(unit));
}

const isWanted = ({ types, project }: Wanted, { type, data }: Recorded): boolean =>
  (types === undefined || types.includes(publicName(type)!)) &&
  (project === undefined || (data as Common).project === project);
