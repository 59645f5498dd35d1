import { dataSchema, PUBLIC_NAMES, publicType } from './contract.js';
import { envelopeSchema, TEST_TYPE } from './envelope.js';
import type { Json } from './schema.js';

const types = PUBLIC_NAMES.map((name) => ({ name, type: publicType(name) }));

const messagesOf = (suffix: string): Json =>
  Object.fromEntries(types.map(({ type }) => [type, { $ref: `#/components/messages/${type}${suffix}` }]));

const operation = (channel: string, summary: string): Json => ({
  action: 'send',
  summary,
  channel: { $ref: `#/channels/${channel}` },
  messages: types.map(({ type }) => ({ $ref: `#/channels/${channel}/messages/${type}` })),
});

/** What consumers build on, as AsyncAPI 3: the channels, and in them every event of the contract. */
export function asyncApi(): Json {
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Taizhang public events',
      version: '1.0.0',
      description:
        'What happens to the district’s key projects, as outsiders may know it. Amounts are integers in 分. ' +
        'An event of a type with the same version only ever gains fields; pass over those that you do not know.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: {
      feed: {
        address: '/api/v1/feed',
        description:
          'Pages of JSON, or Server-Sent Events with `Accept: text/event-stream`; CloudEvents 1.0, structured mode, in ' +
          'the order of the ledger. `after`, or `Last-Event-ID`, is the leaf, or better the cursor, of the last event that was kept.',
        messages: messagesOf(''),
      },
      webhook: {
        address: null,
        description:
          'A POST of each event to an address that a subscriber registered, after Standard Webhooks; of a project in its ' +
          `order, at least once. A test, ${TEST_TYPE}, is a CloudEvent without leaf, cursor and schema.`,
        messages: messagesOf(''),
      },
      log: {
        address: '$ce-public',
        description: 'The same events as EventStoreDB holds them: type and data without an envelope.',
        messages: messagesOf('.recorded'),
      },
    },
    operations: {
      sendToFeed: operation('feed', 'Hands out public events over HTTP.'),
      sendToWebhook: operation('webhook', 'Posts public events, signed, to the addresses of subscribers.'),
      sendToLog: operation('log', 'Appends public events to streams of EventStoreDB.'),
    },
    components: {
      messages: Object.fromEntries(types.flatMap(({ name, type }) => messages(name, type))),
      schemas: Object.fromEntries(types.map(({ name, type }) => [type, dataSchema(name)])),
    },
  };
}

function messages(name: (typeof types)[number]['name'], type: string): [string, Json][] {
  const summary = dataSchema(name).description;
  const data = { $ref: `#/components/schemas/${type}` };
  return [
    [type, { name: type, summary, contentType: 'application/cloudevents+json', payload: envelopeSchema(name) }],
    [`${type}.recorded`, { name: type, summary, contentType: 'application/json', payload: data }],
  ];
}
