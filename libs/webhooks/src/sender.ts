import { lookup } from 'node:dns';
import { Agent } from 'undici';
import { AddressRefused, guardedConnector, type networksOf } from './addresses.js';

/** A request that has not been answered in full by then has failed. */
export const LONGEST_REQUEST_MILLISECONDS = 10_000;
/** More than a receiver has to say; the connection of one who says more is ended. */
const LONGEST_ANSWER_BYTES = 65_536;

/** How a request ended: the status, or why there is none. */
export type Outcome = number | 'ADDRESS_REFUSED' | 'TIMED_OUT' | 'ANSWER_TOO_LARGE' | 'NOT_REACHED';

export const isDelivered = (outcome: Outcome): boolean =>
  typeof outcome === 'number' && outcome >= 200 && outcome < 300;

/** Posts to addresses that others named, and follows none that these name in turn. */
export class Sender {
  private readonly agent: Agent;

  constructor(networks: ReturnType<typeof networksOf>) {
    // As many connections as its caller has requests: several webhooks of one host must not wait for one that hangs.
    this.agent = new Agent({
      connect: guardedConnector(networks, LONGEST_REQUEST_MILLISECONDS / 2, lookup),
      maxResponseSize: LONGEST_ANSWER_BYTES,
    });
  }

  /** Never throws: what became of the request is the answer. */
  async post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Outcome> {
    const { origin, pathname, search } = new URL(url);
    const signal = AbortSignal.timeout(LONGEST_REQUEST_MILLISECONDS);
    try {
      const answer = await this.agent.request({
        ...{ origin, path: pathname + search, method: 'POST', body, signal },
        headers: { 'content-type': 'application/cloudevents+json; charset=utf-8', ...headers },
      });
      await answer.body.arrayBuffer();
      return answer.statusCode;
    } catch (error) {
      if (error instanceof AddressRefused) return 'ADDRESS_REFUSED';
      if (signal.aborted) return 'TIMED_OUT';
      return (error as { code?: string }).code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' ? 'ANSWER_TOO_LARGE' : 'NOT_REACHED';
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}
