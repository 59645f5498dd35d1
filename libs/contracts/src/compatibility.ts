import type { Json } from './schema.js';

/**
 * What a consumer that was written for the released schema would trip over in events of the current one: a field that is
 * gone or no longer always there, or a value that could not be before. Another field is none.
 */
export function breaks(released: Json, current: Json, at = ''): string[] {
  const found: string[] = [];
  const [before, now] = [shapesOf(released), shapesOf(current)];
  for (const shape of now) {
    const type = String(shape.type);
    const same = before.find((each) => each.type === shape.type);
    if (!same) found.push(`${at || '/'} may be ${type} now`);
    else found.push(...narrower(same, shape, at));
  }
  return found;
}

/** The alternatives of a schema, each of one type. */
const shapesOf = (schema: Json): Json[] => (schema.anyOf as Json[] | undefined)?.flatMap(shapesOf) ?? [schema];

function narrower(released: Json, current: Json, at: string): string[] {
  const found: string[] = [];
  for (const bound of ['format', 'pattern', 'minimum', 'maximum'])
    if (released[bound] !== undefined && released[bound] !== current[bound])
      found.push(`${at || '/'} had the ${bound} ${String(released[bound])}`);
  const allowed = released.enum as string[] | undefined;
  const values = current.enum as string[] | undefined;
  for (const value of allowed ? (values ?? ['another text']) : [])
    if (!allowed!.includes(value)) found.push(`${at || '/'} may be ${value} now`);
  if (released.items) found.push(...breaks(released.items as Json, (current.items ?? {}) as Json, `${at}/*`));
  const [fields, fieldsNow] = [propertiesOf(released), propertiesOf(current)];
  for (const [name, field] of Object.entries(fields)) {
    const place = `${at}/${name}`;
    if (!fieldsNow[name]) found.push(`${place} is gone`);
    else if (isRequired(released, name) && !isRequired(current, name)) found.push(`${place} may be left out now`);
    else found.push(...breaks(field, fieldsNow[name], place));
  }
  return found;
}

const propertiesOf = (schema: Json): Readonly<Record<string, Json>> =>
  (schema.properties ?? {}) as Readonly<Record<string, Json>>;
const isRequired = (schema: Json, name: string): boolean => ((schema.required ?? []) as string[]).includes(name);

/** Why the contract as it is may not be released over what was released before: one sentence for each offence. */
export function offences(
  released: ReadonlyMap<string, Json>,
  current: ReadonlyMap<string, Json>,
  changelog: string,
): string[] {
  const nameOf = (type: string): string => type.replace(/\.v\d+$/, '');
  const names = new Set([...current.keys()].map(nameOf));
  const found = [...released.keys()]
    .filter((type) => !names.has(nameOf(type)))
    .map((type) => `${type} was released and is gone`);
  for (const [type, schema] of current) {
    const before = released.get(type);
    const broken = before ? breaks(before, schema) : [];
    if (broken.length > 0) found.push(`${type} breaks its consumers, raise its version: ${broken.join(', ')}`);
    else if (JSON.stringify(before) !== JSON.stringify(schema)) found.push(`${type} is not released: npm run contract`);
    if (!changelog.includes(`\`${type}\``)) found.push(`${type} is not in the changelog of the contract`);
  }
  return found;
}
