import type { At } from '#libs/event-sourcing/pure';
import { dayOf } from './days.js';
import { refuse } from './refusals.js';

/** 要件, 批复文件, 佐证材料, 其他. */
export const DOCUMENT_KINDS = ['REQUISITE', 'APPROVAL', 'EVIDENCE', 'OTHER'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The document behind a fact. Its bytes live outside the log, found by hash. */
export interface DocumentRef {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly docNo: string | null;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  /** Null where the document is known, but no file of it. */
  readonly sha256: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly mediaType: string | null;
}

/** Where paper decides (commencement, acceptance, corrections …) naming it is not enough: its file must be there. */
export function requireFile(field: string, document: DocumentRef): void {
  if (document.sha256 === null) throw refuse('DOCUMENT_WITHOUT_FILE', { field });
}

/** A fact of the world may be recorded late, never ahead. */
export function requirePast(occurredOn: string, at: At): void {
  if (occurredOn > dayOf(at.now)) throw refuse('FACT_IN_FUTURE', { occurredOn, today: dayOf(at.now) });
}

/** A source may state what makes no sense, such as a negative total: it is a fact that it stated it. */
export function requireInteger(field: string, amount: number | null): void {
  if (amount !== null && !Number.isSafeInteger(amount)) throw refuse('AMOUNT_OUT_OF_RANGE', { field });
}

export function requireAmount(field: string, amount: number | null): void {
  if (amount !== null && (!Number.isSafeInteger(amount) || amount < 0)) throw refuse('AMOUNT_OUT_OF_RANGE', { field });
}

/** 11 digits of a mobile, with or without +86, or 18 of an identity card, not inside a longer number. */
const PERSONAL = /(?<!\d)((?:(?:00)?86)?1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/;
/** A hash or an id may hold such digits by chance. */
const HASH_OR_ID = /^(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Nothing personal enters the log: refuses a command with the place at which a text holds a number of a person. */
export function requireNothingPersonal(command: object): void {
  walk(command, '');
}

/** A rule ahead of which nothing personal is let through; every decider's `decide` is one. */
export function withNothingPersonal<S, C extends object, E>(
  decide: (command: C, state: S, at: At) => E[],
): (command: C, state: S, at: At) => E[] {
  return (command, state, at) => {
    requireNothingPersonal(command);
    return decide(command, state, at);
  };
}

function walk(value: unknown, place: string): void {
  if (typeof value === 'string') {
    if (PERSONAL.test(value) && !HASH_OR_ID.test(value)) throw refuse('PERSONAL_DATA_IN_TEXT', { place });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) walk(inner, `${place}/${name}`);
  }
}
