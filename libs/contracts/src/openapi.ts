import { dataSchema, PUBLIC_NAMES, publicType } from './contract.js';
import { envelopeSchema } from './envelope.js';
import type { Json } from './schema.js';

const referring = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** The public events as schemas of an OpenAPI 3.1 document: data, the envelope of each type, any of them, a page. */
export function eventSchemas(): Readonly<Record<string, Json>> {
  const types = PUBLIC_NAMES.map((name) => ({ name, type: publicType(name) }));
  return {
    ...Object.fromEntries(
      types.flatMap(({ name, type }) => {
        const { $id: _id, $schema: _dialect, ...data } = dataSchema(name);
        return [
          [type, data],
          [`${type}.event`, envelopeSchema(name)],
        ];
      }),
    ),
    PublicEvent: { oneOf: types.map(({ type }) => referring(`${type}.event`)) },
    FeedPage: {
      type: 'object',
      properties: {
        events: { type: 'array', items: referring('PublicEvent') },
        next: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'The leaf to go on after.' },
        cursor: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'The same, checked when it is given.' },
      },
      required: ['events', 'next', 'cursor'],
    },
  };
}
