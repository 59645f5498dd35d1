/** A JSON Schema (2020-12) and, for the compiler, the type of what it allows; written once for both. */
export interface Schema<T> {
  readonly json: Json;
  /** Never there: it only carries the type. */
  readonly allows?: T;
}
export type Json = Readonly<Record<string, unknown>>;
export type Allowed<S> = S extends Schema<infer T> ? T : never;
export type Fields = Readonly<Record<string, Schema<unknown>>>;
export type AllowedFields<F extends Fields> = { readonly [N in keyof F]: Allowed<F[N]> };

const schema = <T>(json: Json): Schema<T> => ({ json });

export const text = schema<string>({ type: 'string' });
/** YYYY-MM-DD */
export const day = schema<string>({ type: 'string', format: 'date' });
/** YYYY-MM */
export const month = schema<string>({ type: 'string', pattern: '^\\d{4}-\\d{2}$' });
/** RFC 3339, at +08:00. */
export const instant = schema<string>({ type: 'string', format: 'date-time' });
export const year = schema<number>({ type: 'integer', minimum: 2000, maximum: 2099 });
/** Whole 分, negative where something was taken away. */
export const amount = schema<number>({ type: 'integer' });
export const count = schema<number>({ type: 'integer', minimum: 0 });
/** Such as 0.8507. */
export const rate = schema<number>({ type: 'number' });
export const boolean = schema<boolean>({ type: 'boolean' });
export const decimal = schema<number>({ type: 'number' });
/** Of any shape, as another schema says. */
export const anything = schema<Json>({ type: 'object' });

export const choice = <const V extends string>(values: readonly V[]): Schema<V> =>
  schema({ type: 'string', enum: [...values] });

export const list = <T>(of: Schema<T>): Schema<readonly T[]> => schema({ type: 'array', items: of.json });

export const orNull = <T>(of: Schema<T>): Schema<T | null> => schema({ anyOf: [of.json, { type: 'null' }] });

/** Every field is there; what else there may be one day, a reader passes over. */
export const all = <F extends Fields>(fields: F): Schema<AllowedFields<F>> =>
  schema({ type: 'object', properties: propertiesOf(fields), required: Object.keys(fields) });

/** Any of the fields may be left out. */
export const some = <F extends Fields>(fields: F): Schema<Partial<AllowedFields<F>>> =>
  schema({ type: 'object', properties: propertiesOf(fields), required: [] });

const propertiesOf = (fields: Fields): Json =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.json]));

/** Fields that are always there, and others that may be left out. */
export const either = <F extends Fields, M extends Fields>(
  fields: F,
  more: M,
): Schema<AllowedFields<F> & Partial<AllowedFields<M>>> =>
  schema({ type: 'object', properties: propertiesOf({ ...fields, ...more }), required: Object.keys(fields) });

/** A field with a sentence that people read. */
export const said = <T>(description: string, of: Schema<T>): Schema<T> => schema({ ...of.json, description });
