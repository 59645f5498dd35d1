/** A rule set as it came: nothing of it is known to be there. */
export type Unknown<T> = { readonly [Field in keyof T]?: unknown };

export const isPositive = (count: unknown): count is number => Number.isInteger(count) && (count as number) >= 1;

export const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
