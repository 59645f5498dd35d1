import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Shares of the requests that are answered 500, and that are cut ahead of the answer: not taken, or taken. */
const REFUSED = 0.01;
const CUT = 0.005;
const CUT_THOUGH_TAKEN = 0.005;

/** An address that is told by a webhook: it takes an event once by its id, and at times it fails. */
export class Receiver {
  /** Ids in the order in which they were taken, for each project. */
  readonly taken = new Map<string, string[]>();
  count = 0;
  repeated = 0;
  /** A repetition of anything but what its project was told last would have come behind something later. */
  wrong: string | undefined;
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const fate = this.random();
      if (fate < REFUSED) return void response.writeHead(500).end();
      if (fate < REFUSED + CUT) return void request.socket.destroy();
      this.take(JSON.parse(Buffer.concat(chunks).toString()) as { id: string; subject: string });
      if (fate < REFUSED + CUT + CUT_THOUGH_TAKEN) return void request.socket.destroy();
      response.writeHead(204).end();
    });
  });

  private constructor(private readonly random: () => number) {}

  static async open(random: () => number): Promise<Receiver> {
    const receiver = new Receiver(random);
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.server.close().closeAllConnections();
  }

  private take({ id, subject }: { id: string; subject: string }): void {
    const ids = this.taken.get(subject) ?? [];
    if (ids.includes(id)) {
      this.repeated++;
      if (ids.at(-1) !== id) this.wrong ??= `${subject} was told ${id} again behind ${ids.at(-1)}`;
      return;
    }
    this.taken.set(subject, [...ids, id]);
    this.count++;
  }
}
