import { changesBetween, type Documents } from '#libs/event-sourcing/pure';
import type { BulletinContent } from '#libs/domain';
import { bulletinFiguresOn } from './figures.js';
import { audienceOf, type BulletinDocument, bulletins } from './view.js';

/** Who asks; drafts are for the office alone, and what was sent out for those to whom it was sent. */
export interface Reader {
  readonly role: string;
  readonly unit: string | null;
}

const seesDrafts = ({ role }: Reader): boolean => role === 'LG_OFFICE';

/** One page of the bulletins that the reader may see, by month. */
export async function bulletinsPage(documents: Documents, reader: Reader, page: { after?: string; limit: number }) {
  const filter = seesDrafts(reader) ? {} : { 'state.audience': { $in: audienceOf(reader) } };
  const { items, next } = await documents.page(bulletins, { filter, ...page });
  return { items: items.map(headOf), next };
}

/** A bulletin in full; undefined for who may not see it as well. */
export async function bulletinById(documents: Documents, id: string, reader: Reader) {
  const document = await documents.get(bulletins, id);
  if (!document?.said) return undefined;
  const may = audienceOf(reader);
  if (!seesDrafts(reader) && !document.audience.some((name) => may.includes(name))) return undefined;
  const { content, recipients, position, figures } = document.said;
  return { ...headOf(document), content, recipients, position: String(position), figures };
}

function headOf({ id, revision, said, bulletin, sort: _, audience: __, ...rest }: BulletinDocument) {
  const { month, kind, title } = said!;
  return { id, revision, month, kind, title, status: bulletin.status, docNo: bulletin.docNo, ...rest };
}

/** Where what the log leads to, at the position of `documents`, differs from what the bulletin says. */
export async function reproducedFrom(
  documents: Documents,
  { month, figures }: Pick<BulletinContent, 'month' | 'figures'>,
) {
  const differences = changesBetween(figures, await bulletinFiguresOn(documents, month));
  return { reproduced: differences.length === 0, differences };
}
