import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { MongoClient } from 'mongodb';
import { type RunningServers, startServers } from '#libs/embedded/servers';

/** A MongoDB that can be killed and comes back on its data, behind a door whose address stays. */
export class KeptMongo {
  kills = 0;
  private readonly sockets = new Set<Socket>();
  private readonly door = createServer((client) => this.connected(client));

  private constructor(
    private readonly data: string,
    private readonly eventStoreUrl: string,
    private servers: RunningServers,
  ) {}

  static async start(data: string, eventStoreUrl: string): Promise<KeptMongo> {
    const kept = new KeptMongo(data, eventStoreUrl, await up(data, eventStoreUrl));
    await new Promise<void>((resolve) => kept.door.listen(0, '127.0.0.1', resolve));
    return kept;
  }

  get uri(): string {
    return `mongodb://127.0.0.1:${(this.door.address() as AddressInfo).port}/?directConnection=true`;
  }

  /** Ends it at once, whatever it is writing, and brings it up again. */
  async kill(): Promise<void> {
    this.kills++;
    const client = new MongoClient(this.servers.mongoUri);
    const { pid } = await client.db('admin').command({ serverStatus: 1 });
    await client.close();
    process.kill(Number(pid), 'SIGKILL');
    await this.servers.stop();
    this.servers = await up(this.data, this.eventStoreUrl);
  }

  async stop(): Promise<void> {
    this.door.close();
    for (const socket of this.sockets) socket.destroy();
    await this.servers.stop();
  }

  private connected(client: Socket): void {
    const server = connect(Number(new URL(this.servers.mongoUri).port), '127.0.0.1');
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
      socket.pipe(other);
    }
  }
}

/** Of the set only the database is started; nobody asks for the queue. */
const up = (data: string, eventStoreUrl: string): Promise<RunningServers> =>
  startServers({ data, given: { eventStoreUrl, redisUrl: 'redis://127.0.0.1:1' } });
