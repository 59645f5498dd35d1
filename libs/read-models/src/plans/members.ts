import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import type { PlanEntry } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { cardOn, type ProjectAnswer } from '../project-card/queries.js';
import { type ProjectCard, projectCards } from '../project-card/view.js';

/** A project in a year's plan or its draft, all that is known of it, and its line. */
export interface PlanMember {
  readonly entry: PlanEntry;
  readonly project: ProjectAnswer;
  readonly state: ProjectCard['project'];
}

const PAGE = 500;

/** Every project of a year's plan, drafted or published, as it stands now. */
export async function planMembersOn(documents: Documents, year: number): Promise<PlanMember[]> {
  const members: PlanMember[] = [];
  for (let after = ''; ;) {
    const { items, next } = await documents.page(listRows, { filter: { 'state.years': year }, after, limit: PAGE });
    const cards = await documents.many(
      projectCards,
      items.map(({ id }) => id),
    );
    for (const { id, entries } of items) {
      const [entry, card] = [valueOn(entries[year]!.lines, LATEST), cards.get(id)];
      const project = card && cardOn(card, LATEST);
      if (entry && project) members.push({ entry, project, state: card.project });
    }
    if (next === null) return members;
    after = next;
  }
}
