import type { FieldChange } from '#libs/event-sourcing';
import type { Cause, Explained } from '#libs/read-models';

/** A value on one of two sides, which may lack the field. */
const shown = (value: unknown): string => (value === undefined ? '—' : JSON.stringify(value));

export const fieldLine = ({ field, from, to }: FieldChange): string => `${field}: ${shown(from)} → ${shown(to)}`;

/** A changed field with the events that changed it, for people. */
export const changeLines = (change: Explained): string[] => [fieldLine(change), ...change.causes.map(causeLine)];

/** Who recorded what when, where it stands in the log, from which day it counts, and on what ground. */
export function causeLine({ type, stream, revision, actor, recordedAt, occurredOn, document, reason }: Cause): string {
  const effective = occurredOn === null ? '' : `, from ${occurredOn} on`;
  const ground = [document && (document.docNo ?? document.title), reason].filter(Boolean).join(', ');
  return `  ${type} (${stream} ${revision}) by ${actor.id} at ${recordedAt}${effective}${ground && `, ${ground}`}`;
}
