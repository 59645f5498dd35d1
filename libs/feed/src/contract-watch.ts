import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Counter } from 'prom-client';
import { dataSchema, EARLIER, type Json, PUBLIC_NAMES, publicType } from '#libs/contracts';
import type { Recorded } from '#libs/event-sourcing';
import { type Log, metrics } from '#libs/platform';

const violations = new Counter({
  name: 'taizhang_contract_violations_total',
  help: 'Sampled public events that were given out though their data are not as their schema says',
  labelNames: ['type'],
  registers: [metrics],
});

/** Of each type the first one since the start is looked at, and then one in so many. */
const ONE_IN = 100;

const NEVER_RELEASED = { instancePath: '', message: 'no schema of this version was released' };

/** Holds a sample of what is given out against the contract; what is otherwise is told to operators, and goes out too. */
export class ContractWatch {
  private readonly seen = new Map<string, number>();
  private readonly logged = new Set<string>();

  private readonly ajv = new Ajv2020();

  constructor(
    private readonly log: Log,
    earlier: Readonly<Record<string, Json>> = EARLIER,
  ) {
    addFormats.default(this.ajv);
    // Compiled on first need, so that a start waits for none of them.
    for (const name of PUBLIC_NAMES) this.ajv.addSchema(dataSchema(name), publicType(name));
    for (const [type, schema] of Object.entries(earlier)) this.ajv.addSchema(schema, type);
  }

  /** An event of an earlier version is held against the schema of that version. */
  note({ id, type, data }: Pick<Recorded, 'id' | 'type' | 'data'>): void {
    const seen = this.seen.get(type) ?? 0;
    this.seen.set(type, seen + 1);
    if (seen % ONE_IN !== 0) return;
    const validate = this.ajv.getSchema(type);
    if (validate?.(data)) return;
    violations.inc({ type });
    if (this.logged.has(type)) return;
    this.logged.add(type);
    const { instancePath: pointer, message } = validate?.errors?.[0] ?? NEVER_RELEASED;
    this.log.error({ id, type, pointer, message }, 'a public event is not as its schema says');
  }
}
