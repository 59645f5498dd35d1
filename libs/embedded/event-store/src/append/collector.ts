import type { Proposal } from '../wire/append-requests.js';
import type { ProposedEvent } from '../wire/recorded-event.js';

/** Bytes of `data` that one append may carry; as on the real server, metadata and types do not count. */
export const MAX_APPEND_SIZE = 1024 * 1024;

/** What an append may occupy in all, so that a sender who never ends cannot fill the memory. */
const MAX_MEMORY = 32 * 1024 * 1024;
const OVERHEAD = 256;

/** Gathers the events of one append and notes the first thing that is wrong with them. */
export class EventCollector {
  events: ProposedEvent[] = [];
  fault: 'too large' | 'id' | 'type' | 'content-type' | 'target' | undefined;
  private dataSize = 0;
  /** Bytes held, faulty appends hold none. */
  memory = 0;

  add(proposal: Proposal): void {
    if (this.fault) return;
    if ('missing' in proposal) return this.refuse(proposal.missing);
    this.dataSize += proposal.data.length;
    this.memory += proposal.data.length + proposal.metadata.length + OVERHEAD;
    if (this.dataSize > MAX_APPEND_SIZE || this.memory > MAX_MEMORY) return this.refuse('too large');
    this.events.push(proposal);
  }

  private refuse(fault: NonNullable<EventCollector['fault']>): void {
    this.fault = fault;
    this.events = [];
    this.memory = 0;
  }
}
