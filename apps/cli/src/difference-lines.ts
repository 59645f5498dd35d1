import type { Cause, Explained } from '#libs/read-models';

/** A changed field with the events that changed it, for people. */
export const changeLines = ({ field, from, to, causes }: Explained): string[] => [
  `${field}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
  ...causes.map(causeLine),
];

/** Who recorded what when, from which day it counts, and on what ground. */
export function causeLine({ type, actor, recordedAt, occurredOn, document, reason }: Cause): string {
  const effective = occurredOn === null ? '' : `, from ${occurredOn} on`;
  const ground = [document && (document.docNo ?? document.title), reason].filter(Boolean).join(', ');
  return `  ${type} by ${actor.id} at ${recordedAt}${effective}${ground && `, ${ground}`}`;
}
