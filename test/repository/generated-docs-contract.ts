import { asyncApi, dataSchema, type Json, PUBLIC_NAMES } from '#libs/contracts';
import { NOTE, table } from './generated-docs-tables.js';

export const asyncApiPage = (): string => JSON.stringify(asyncApi());

const INTRODUCTION =
  'What other systems are told of projects, and all that they are told: how to follow it is in [subscribers.md](subscribers.md). Amounts are integers in 分, days `YYYY-MM-DD`, instants RFC 3339 at +08:00. An event of a type only ever gains fields; what would break a consumer is another version, told of in [its changelog](../libs/contracts/CHANGELOG.md). The table is `CONTRACT` in `libs/contracts/src/contract.ts`; schemas as they were released are in `libs/contracts/released`, one sample of each in `libs/contracts/samples`.';

export function contractPage(): string {
  const parts = ['# Public events', NOTE, INTRODUCTION];
  for (const name of PUBLIC_NAMES) {
    const { title, description, properties } = dataSchema(name) as {
      title: string;
      description: string;
      properties: Readonly<Record<string, Json>>;
    };
    const rows = Object.entries(properties).map(([field, schema]) => [`\`${field}\``, shapeOf(schema), saidOf(schema)]);
    parts.push(`## ${title}`, description, table(['field', 'is', 'says'], rows));
  }
  return parts.join('\n\n');
}

function shapeOf(schema: Json): string {
  const { type, format, pattern, anyOf, enum: values, items, properties } = schema;
  if (anyOf) return (anyOf as Json[]).map(shapeOf).join(' or ');
  if (values) return (values as string[]).map((value) => `\`${value}\``).join(', ');
  if (items) return `list of ${shapeOf(items as Json)}`;
  if (properties)
    return `{ ${Object.entries(properties as Readonly<Record<string, Json>>)
      .map(([name, inner]) => `\`${name}\`: ${shapeOf(inner)}`)
      .join('; ')} }`;
  return String(format ?? (pattern ? 'month' : type));
}

const saidOf = ({ description, anyOf }: Json): string =>
  String(description ?? (anyOf as Json[] | undefined)?.find((each) => each.description)?.description ?? '');
