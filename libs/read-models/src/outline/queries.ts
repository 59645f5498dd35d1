import { type Documents, LATEST, momentOf, valueOn } from '#libs/event-sourcing/pure';
import type { ListRow } from '../lists/row.js';
import { listRows } from '../lists/view.js';
import { outline, type OutlineItem } from './view.js';

/** Items with the projects that stand for them; with `uncovered` only those that no project stands for now. */
export async function outlinePage(
  documents: Documents,
  query: { uncovered: boolean; day?: string; after?: string; limit: number },
) {
  const page = await documents.page(outline, {
    filter: query.uncovered ? { 'state.covered': false } : {},
    ...(query.after !== undefined && { after: query.after }),
    limit: query.limit,
  });
  return { items: await traced(documents, page.items, query.day), next: page.next };
}

export async function outlineItem(documents: Documents, id: string, day?: string) {
  const item = await documents.get(outline, id);
  return item ? (await traced(documents, [item], day))[0] : undefined;
}

/** 纲要事项 → 项目 → 清单: each project with its status, its lists and the plans that it is in on the day. */
async function traced(documents: Documents, items: readonly OutlineItem[], day = LATEST) {
  const moment = momentOf(day);
  const standing = ({ traces }: OutlineItem) =>
    traces.filter(({ from, to }) => from <= moment && (to === null || moment < to)).map(({ project }) => project);
  const rows = await documents.many(listRows, [...new Set(items.flatMap(standing))]);
  return items.map((held) => {
    const { sort: _, traces: __, ...item } = held;
    const projects = standing(held).map((id) => projectOn(id, rows.get(id), moment));
    return { ...item, covered: projects.length > 0, projects };
  });
}

function projectOn(id: string, row: ListRow | undefined, day: string) {
  const within = <T extends { readonly from: string; readonly to: string }>(spans: readonly T[] = []) =>
    spans.filter(({ from, to }) => from <= day && day < to);
  return {
    id,
    name: (row && valueOn(row.project.details.name, day)) ?? null,
    status: (row && valueOn(row.project.status, day)) ?? null,
    list: within(row?.spans)[0]?.list ?? null,
    plans: within(row?.memberships).map(({ year }) => year),
  };
}
