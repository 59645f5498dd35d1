import { MongoClient } from 'mongodb';
import { type RunningServers, startServers } from '#libs/embedded/servers';
import { CutDoor } from './cut-door.js';

/** A MongoDB that can be killed and comes back on its data, behind a door whose address stays. */
export class KeptMongo {
  kills = 0;

  private constructor(
    private readonly data: string,
    private readonly eventStoreUrl: string,
    private servers: RunningServers,
    private readonly door: CutDoor,
  ) {}

  static async start(data: string, eventStoreUrl: string): Promise<KeptMongo> {
    const servers = await up(data, eventStoreUrl);
    const door = await CutDoor.open(() => Number(new URL(kept.servers.mongoUri).port));
    const kept: KeptMongo = new KeptMongo(data, eventStoreUrl, servers, door);
    return kept;
  }

  get uri(): string {
    return `mongodb://${this.door.address}/?directConnection=true`;
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
    await this.servers.stop();
  }
}

/** Of the set only the database is started; nobody asks for the queue. */
const up = (data: string, eventStoreUrl: string): Promise<RunningServers> =>
  startServers({ data, given: { eventStoreUrl, redisUrl: 'redis://127.0.0.1:1' } });
