import type { Logger } from 'pino';
import { softDelete } from '../append/delete.js';
import { ANY } from '../append/decide.js';
import type { Store } from '../store.js';
import { groupDoesNotExist, groupExists, groupFailed } from '../wire/errors.js';
import { loadCheckpoint } from './checkpoint.js';
import { type Definition, loadDefinitions, storeDefinitions } from './config.js';
import { Group } from './group.js';
import {
  ALL,
  checkpointStream,
  type GroupKey,
  type GroupSettings,
  keyText,
  parkedStream,
  settingsFault,
} from './settings.js';
import { openSource } from './source.js';

/** All persistent subscriptions of the store. */
export class Groups {
  private readonly running = new Map<string, { group: Group; definition: Definition }>();

  constructor(
    private readonly store: Store,
    private readonly logger: Logger,
  ) {
    for (const definition of loadDefinitions(store)) this.start(definition);
  }

  /** Throws persistent-subscription-does-not-exist. */
  get(key: GroupKey): Group {
    return this.entry(key).group;
  }

  /** The groups of one source, or all. */
  list(source?: string): Group[] {
    const groups = [...this.running.values()].map(({ group }) => group);
    return source === undefined ? groups : groups.filter(({ key }) => key.stream === source);
  }

  async create(key: GroupKey, settings: GroupSettings): Promise<void> {
    if (this.running.has(keyText(key))) throw groupExists(key);
    this.check(key, settings);
    this.start({ key, settings, start: this.startOf(key, settings) });
    await this.save();
  }

  /** Consumers are sent away and have to come again; a stored checkpoint goes on to count. */
  async update(key: GroupKey, settings: GroupSettings): Promise<void> {
    const { group, definition } = this.entry(key);
    const merged = { ...settings, filter: definition.settings.filter };
    this.check(key, merged);
    group.stop();
    this.start({ key, settings: merged, start: this.startOf(key, merged) });
    await this.save();
  }

  async delete(key: GroupKey): Promise<void> {
    this.entry(key).group.stop();
    this.running.delete(keyText(key));
    await this.save();
    for (const name of [checkpointStream(key), parkedStream(key)]) await softDelete(this.store, name, ANY);
  }

  /** Stops and starts all groups at their checkpoints. */
  restart(): void {
    const definitions = [...this.running.values()].map(({ definition }) => definition);
    this.stop();
    for (const definition of definitions) this.start(definition);
  }

  stop(): void {
    for (const { group } of this.running.values()) group.stop();
    this.running.clear();
  }

  private entry(key: GroupKey) {
    const entry = this.running.get(keyText(key));
    if (!entry) throw groupDoesNotExist(key);
    return entry;
  }

  private check(key: GroupKey, settings: GroupSettings): void {
    const fault = settingsFault(settings);
    if (fault) throw groupFailed(key, fault);
    const beyond =
      key.stream === ALL && typeof settings.startFrom === 'bigint' && settings.startFrom > BigInt(this.store.log.bytes);
    if (beyond) throw groupFailed(key, 'The start position is beyond the end of the log.');
  }

  /** `end` is where the log or stream ends now, also after a restart before the first checkpoint. */
  private startOf({ stream: name }: GroupKey, { startFrom }: GroupSettings): number {
    const { log, streams } = this.store;
    if (startFrom === 'start') return 0;
    if (startFrom !== 'end') return Number(startFrom);
    const stream = streams.find(name);
    if (name === ALL) return log.bytes;
    return stream ? streams.lengthBelow(stream, log.committed) : 0;
  }

  private start(definition: Definition): void {
    const { key, settings, start } = definition;
    const checkpoint = loadCheckpoint(this.store, key);
    const source = openSource(this.store, key, settings, checkpoint < 0 ? start : checkpoint + 1);
    const group = new Group(this.store, key, settings, source, checkpoint, this.logger);
    this.running.set(keyText(key), { group, definition });
  }

  private save(): Promise<void> {
    return storeDefinitions(
      this.store,
      [...this.running.values()].map(({ definition }) => definition),
    );
  }
}
