import { idOf, type Recorded } from '#libs/event-sourcing/pure';
import { dataSchema, type PublicName, publicName } from './contract.js';
import { inShanghai } from './instants.js';
import * as s from './schema.js';

/** A public event on its way out: CloudEvents 1.0, structured mode. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The project, or `bulletin-<id>`. */
  readonly subject: string;
  /** RFC 3339 at +08:00. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  /** Number of the event's leaf in the ledger. */
  readonly leaf: string;
  /** The same with a check of the event: a ledger that lacks it says so to whoever goes on after it. */
  readonly cursor: string;
  readonly data: object;
}

const SOURCE = 'urn:taizhang:ledger';
const CHECKED_CHARACTERS = 8;

/**
 * The number of a leaf with the beginning of its event's id: a ledger that was put back from an older copy gives numbers
 * out anew, and would else go on after another event than the one that somebody took.
 */
export const cursorOf = (leaf: number, id: string): string => `${leaf}-${id.slice(0, CHECKED_CHARACTERS)}`;

/** The envelope of a public event and the number of its leaf. */
export function cloudEvent({ id, type, stream, data }: Recorded, leaf: number): CloudEvent {
  return {
    ...{ specversion: '1.0', id, source: SOURCE, type, subject: idOf(stream) },
    time: (data as { recordedAt: string }).recordedAt,
    datacontenttype: 'application/json',
    // By its type, since an event of an earlier version keeps its own schema.
    dataschema: type.replace(/^taizhang\./, 'urn:taizhang:schema:'),
    leaf: String(leaf),
    cursor: cursorOf(leaf, id),
    data,
  };
}

/** What a subscriber has sent to its address to try it: it tells of nothing, so it has no leaf, no cursor and no schema. */
export type TestEvent = Omit<CloudEvent, 'leaf' | 'cursor' | 'dataschema'>;

export const TEST_TYPE = 'taizhang.webhook.test';

export const testEvent = (id: string, webhook: string, at: Date): TestEvent => ({
  ...{ specversion: '1.0', id, source: SOURCE, type: TEST_TYPE, subject: webhook },
  ...{ time: inShanghai(at.toISOString()), datacontenttype: 'application/json', data: {} },
});

/** The JSON Schema of an envelope with the data of one event. */
export function envelopeSchema(name: PublicName): s.Json {
  const { title, $id, description } = dataSchema(name) as { title: string; $id: string; description: string };
  const exactly = (value: string): s.Json => ({ type: 'string', const: value });
  const envelope = s.all({
    id: s.said('The same at each delivery.', s.text),
    subject: s.said('The project, or bulletin-<id>.', s.text),
    time: s.said('When it was recorded, at +08:00.', s.instant),
    leaf: s.said('Number of its leaf in the ledger.', s.text),
    cursor: s.said('The leaf with a check, to go on after: a ledger that does not hold the event says so.', s.text),
  }).json as { properties: object; required: string[] };
  const fixed = {
    specversion: exactly('1.0'),
    source: exactly(SOURCE),
    type: exactly(title),
    datacontenttype: exactly('application/json'),
    dataschema: exactly($id),
    data: { $ref: `#/components/schemas/${title}` },
  };
  return {
    ...{ type: 'object', description },
    properties: { ...fixed, ...envelope.properties },
    required: [...Object.keys(fixed), ...envelope.required],
  };
}

/** Whether something is an event of the contract, in whatever version. */
export const isPublic = ({ stream, type }: Pick<Recorded, 'stream' | 'type'>): boolean =>
  stream.startsWith('public-') && publicName(type) !== undefined;
