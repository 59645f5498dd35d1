import { Inject, Injectable } from '@nestjs/common';
import { type CloudEvent, cloudEvent, type Common, publicName, publicStream } from '#libs/contracts';
import { type Actor, type Recorded, Refusal } from '#libs/event-sourcing';
import { type Grant, mayRead, type SubscriberState, subscriberStream } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { ContractWatch } from './contract-watch.js';
import { Leaves, type Numbered } from './leaves.js';

/** What is asked for, beside what the caller may see. */
export interface Wanted {
  /** Names of events, without a version; all if left out. */
  readonly types?: readonly string[] | null;
  readonly project?: string | null;
}

export type Sees = (event: Recorded) => boolean;

export interface FeedPage {
  readonly events: readonly Numbered[];
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
  private readonly watch: ContractWatch;
  /** As long as the event itself is in memory: many streams hand out the same bytes. */
  private readonly messages = new WeakMap<Numbered, Buffer>();

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly leaves: Leaves,
  ) {
    this.watch = new ContractWatch(runtime.log);
  }

  /** What an actor sees by now; throws NOT_GRANTED where that is nothing. */
  async seenBy(actor: Actor): Promise<Sees> {
    const grant = await this.grantOf(actor);
    return (event) => grant === null || isGranted(grant, event);
  }

  /** What bounds an actor by now; null for those who see all of it. Throws NOT_GRANTED for those who see nothing. */
  async grantOf(actor: Actor): Promise<Grant | null> {
    if (actor.role !== 'SUBSCRIBER') {
      if (mayRead(actor.role)) return null;
      throw notGranted();
    }
    const { state } = await this.runtime.door.streams.load<SubscriberState>(subscriberStream(actor.id));
    if (!state.grant) throw notGranted();
    return state.grant;
  }

  async page(after: number, limit: number, wanted: Wanted, sees: Sees): Promise<FeedPage> {
    // What is kept in memory is filtered sooner than a stream is read.
    if (typeof wanted.project === 'string' && !this.leaves.keeps(after))
      return this.pageOf(wanted.project, after, limit, wanted, sees);
    const events: Numbered[] = [];
    let next = after;
    for (let lookedAt = 0; lookedAt < LOOKED_AT;) {
      const chunk = await this.leaves.after(next, CHUNK);
      lookedAt += chunk.events.length;
      for (const numbered of chunk.events) {
        next = numbered.leaf;
        if (isWanted(wanted, numbered.event) && sees(numbered.event)) events.push(numbered);
        if (events.length === limit) return { events, next, isFull: true };
      }
      next = chunk.upTo;
      if (chunk.events.length === 0) return { events, next, isFull: false };
    }
    return { events, next, isFull: true };
  }

  /** An event as it is given out, whichever way it goes. */
  envelope({ event, leaf }: Numbered): CloudEvent {
    this.watch.note(event);
    return cloudEvent(event, leaf);
  }

  /** An event as a message of Server-Sent Events. */
  message(numbered: Numbered): Buffer {
    const known = this.messages.get(numbered);
    if (known) return known;
    const event = this.envelope(numbered);
    const message = Buffer.from(`id: ${event.leaf}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    this.messages.set(numbered, message);
    return message;
  }

  /** A page of one project, from its own stream. */
  private async pageOf(project: string, after: number, limit: number, wanted: Wanted, sees: Sees): Promise<FeedPage> {
    const events: Numbered[] = [];
    const upTo = await this.leaves.last();
    for await (const numbered of this.leaves.ofStream(publicStream(project))) {
      if (numbered.leaf > after && isWanted(wanted, numbered.event) && sees(numbered.event)) events.push(numbered);
      if (events.length === limit) return { events, next: numbered.leaf, isFull: true };
    }
    return { events, next: Math.max(upTo, events.at(-1)?.leaf ?? after), isFull: false };
  }
}

const notGranted = () => new Refusal('forbidden', 'NOT_GRANTED');

function isGranted({ types, units }: Grant, { type, data }: Recorded): boolean {
  if (!types.includes(publicName(type)!)) return false;
  const told = data as Common;
  return units === null || told.project === null || told.units.some((unit) => units.includes(unit));
}

export const isWanted = ({ types, project }: Wanted, { type, data }: Recorded): boolean =>
  (types == null || types.includes(publicName(type)!)) && (project == null || (data as Common).project === project);
