import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';

export type WritableCall = ServerWritableStream<Buffer, Buffer> | ServerDuplexStream<Buffer, Buffer>;

/** The sending side of a call: never runs ahead of what the client takes, and ends with the call. */
export class Outlet {
  private readonly gone = new AbortController();
  private full: Promise<void> | undefined;
  private release: () => void = () => undefined;

  constructor(private readonly call: WritableCall) {
    const free = () => {
      this.full = undefined;
      this.release();
    };
    const stop = () => {
      this.gone.abort();
      free();
    };
    call.on('drain', free);
    call.once('cancelled', stop);
    call.once('close', stop);
    if (call.cancelled) stop();
  }

  /** Aborts when the client has gone or the call has ended. */
  get signal(): AbortSignal {
    return this.gone.signal;
  }

  /** Undefined if the client takes more at once, otherwise a promise to wait for before sending more. */
  send(message: Buffer): Promise<void> | undefined {
    if (this.signal.aborted || this.call.write(message)) return undefined;
    this.full ??= new Promise((resolve) => (this.release = resolve));
    return this.full;
  }

  async sendAll(messages: Iterable<Buffer>): Promise<void> {
    for (const message of messages) {
      const full = this.send(message);
      if (full) await full;
      if (this.signal.aborted) return;
    }
  }
}
