import { randomUUID } from 'node:crypto';
import { type Actor, ANY_REVISION, type EventStore, type Recorded, SYSTEM } from '#libs/event-sourcing';
import { addMonths, dayOf, monthOf, startOf } from '#libs/domain';

/** That somebody looked at a history: ids of the directory, never names. */
export interface HistoryRead {
  /** RFC 3339 instant of the answer, UTC. */
  readonly at: string;
  readonly reader: Actor;
  /** The route as it is written in the interface, or the command of the CLI. */
  readonly door: string;
  /** The project whose history it was; null for lists, dashboards and files. */
  readonly project: string | null;
  /** Parts of the address and parameters: which file, which month, as of when. */
  readonly asked: Readonly<Record<string, string>>;
  /** HTTP status; 403 is an attempt. */
  readonly status: number;
}

interface ReadsLogged {
  readonly type: 'ReadsLogged';
  readonly data: { readonly reads: readonly HistoryRead[] };
}

/** A year lies in it, so that a yearly audit finds all of it; the least by law is six months. */
const KEPT_DAYS = 400;
const KEPT_MONTHS = 13;

export const readsMonthOf = (instant: string): string => monthOf(dayOf(instant));
const streamOf = (month: string): string => `reads-${month}`;

/** Appends reads of one month; a repetition with the same id writes nothing. */
export async function appendReads(
  store: Pick<EventStore, 'append'>,
  reads: readonly HistoryRead[],
  id: string = randomUUID(),
): Promise<void> {
  const recordedAt = reads.at(-1)!.at;
  const metadata = { actor: SYSTEM, recordedAt, commandId: id, bodyHash: '', $correlationId: id, $causationId: id };
  const event: ReadsLogged = { type: 'ReadsLogged', data: { reads } };
  await store.append(streamOf(readsMonthOf(recordedAt)), ANY_REVISION, [{ id, event, metadata }]);
}

/** Lets a month's reads pass away after 400 days. */
export const expireReads = (store: Pick<EventStore, 'expireAfter'>, month: string): Promise<void> =>
  store.expireAfter(streamOf(month), KEPT_DAYS * 86_400);

export interface ReadsAsked {
  readonly subject?: string | undefined;
  readonly project?: string | undefined;
  /** First and last day; what is kept of them is looked at. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly today: string;
  /** `month/revision/index` of the last one that was shown. */
  readonly after?: string;
  readonly limit: number;
}

/** Appends that are looked at for one page, so that a question with few answers does not take minutes. */
const LOOKED_AT = 2_000;

/** Reads in the order in which they were recorded; a page may be short, and only `next: null` is the end. */
export async function findReads(store: Pick<EventStore, 'read'>, asked: ReadsAsked) {
  const { today, limit } = asked;
  const [from, to] = [latest(asked.from, addMonths(today, -KEPT_MONTHS)), asked.to ?? today];
  const [month, revision = '0', index = '-1'] = asked.after?.split('/') ?? [monthOf(from)];
  const items: HistoryRead[] = [];
  let looked = 0;
  let [atRevision, atIndex] = [Number(revision), Number(index)];
  for (
    let at = latest(month, monthOf(from));
    at <= monthOf(to) && at <= monthOf(today);
    at = monthOf(addMonths(`${at}-01`, 1))
  ) {
    for await (const event of store.read(streamOf(at), atRevision)) {
      const { reads } = (event as Recorded<ReadsLogged>).data;
      for (const [place, read] of reads.entries()) {
        if (event.revision === atRevision && place <= atIndex) continue;
        if (read.at < startOf(from) || dayOf(read.at) > to || !isAsked(read, asked)) continue;
        items.push(read);
        if (items.length === limit) return { items, next: `${at}/${event.revision}/${place}` };
      }
      if (++looked === LOOKED_AT) return { items, next: `${at}/${event.revision}/${reads.length}` };
    }
    [atRevision, atIndex] = [0, -1];
  }
  return { items, next: null };
}

const isAsked = ({ reader, project }: HistoryRead, asked: ReadsAsked): boolean =>
  (asked.subject ?? reader.id) === reader.id && (asked.project ?? project) === project;

const latest = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b);
