import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** An address that stays, whatever becomes of the server behind it. */
export class CutDoor {
  private readonly sockets = new Set<Socket>();
  private readonly door = createServer((client) => this.connected(client));
  cuts = 0;

  /**
   * `port` is asked for at each connection. What comes from the server is passed on for so many bytes, asked for at each
   * connection too, and then both ends are cut.
   */
  private constructor(
    private readonly port: () => number,
    private readonly bytes: () => number,
  ) {}

  static async open(port: () => number, bytes: () => number = () => Infinity): Promise<CutDoor> {
    const door = new CutDoor(port, bytes);
    await new Promise<void>((resolve) => door.door.listen(0, '127.0.0.1', resolve));
    return door;
  }

  get address(): string {
    return `127.0.0.1:${(this.door.address() as AddressInfo).port}`;
  }

  close(): void {
    this.door.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private connected(client: Socket): void {
    const server = connect(this.port(), '127.0.0.1');
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    client.pipe(server);
    let left = this.bytes();
    if (left === Infinity) return void server.pipe(client);
    server.on('data', (data: Buffer) => {
      const passed = data.subarray(0, left);
      left -= passed.length;
      if (!client.write(passed)) server.pause();
      if (left > 0) return;
      this.cuts++;
      // What was passed on arrives ahead of the end; the reader finds half an event in front of it.
      client.destroySoon();
      server.destroy();
    });
    client.on('drain', () => server.resume());
  }
}
