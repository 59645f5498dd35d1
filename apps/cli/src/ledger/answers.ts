import { BEFORE_ALL, LATEST, MemoryDocuments, plain, type Recorded, upcast, valueAt } from '#libs/event-sourcing';
import { planStream, projectStream, UPCASTS, yearOf } from '#libs/domain';
import {
  cardOn,
  contributingEvents,
  type Contribution,
  contributionsOn,
  dashboardOn,
  FIGURE_VIEWS,
  projectCards,
} from '#libs/read-models';
import { type AboutProject, isAboutFigure, isAboutProject, type Leaf, type ToldFigure } from '#libs/verifier';

/** What a bundle is about: a project as of a day, or a figure of a dashboard. */
export type Question = AboutProject | ToldFigure['question'];

/** What follows from a bundle's events, as the bundle tells it. */
export type Answer = { readonly result: unknown } | Pick<ToldFigure, 'result' | 'contributions'>;

/** The stream that says what the question is about, beside the projects that it names. */
export const streamOf = (question: Question): string =>
  'project' in question ? projectStream(question.project) : planStream(yearOf(question.dashboard));

/**
 * The same code as live, over nothing but the events of a bundle; undefined where they hold no answer, or what a bundle
 * asks is no question.
 */
export async function answerOf(
  leaves: Iterable<{ readonly leaf: number; readonly event: Leaf }>,
  question: unknown,
): Promise<Answer | undefined> {
  const events = [...leaves].map(({ leaf, event }) => {
    const recorded = event as Recorded;
    const data = upcast(UPCASTS, recorded.type, recorded.metadata.schema ?? 1, recorded.data);
    return { ...recorded, data, position: leaf };
  });
  const told = { question };
  const answer = isAboutProject(question)
    ? cardIn(events, question)
    : isAboutFigure(told) && (await figureIn(events, told.question));
  // A bundle is read from JSON, and compared with this.
  return answer ? (plain(answer) as Answer) : undefined;
}

function cardIn(events: readonly Recorded[], { project, asOf }: AboutProject) {
  let card = null;
  for (const event of events)
    if (event.stream === projectStream(project)) card = projectCards.evolve(card, event, project)!;
  return card ? { result: cardOn(card, asOf ?? LATEST) ?? null } : undefined;
}

async function figureIn(events: readonly Recorded[], question: ToldFigure['question']) {
  const { dashboard, cell, figure, asOf } = question;
  const number = { year: yearOf(dashboard), month: Number(dashboard.slice(5)), cell, figure };
  const [day, end] = [asOf ?? LATEST, events.at(-1)?.position ?? BEFORE_ALL];
  const documents = new MemoryDocuments(FIGURE_VIEWS);
  for (const event of events) documents.apply(event);
  const { figures } = await dashboardOn(documents, number.year, number.month, day);
  const items: Contribution[] = [];
  let amounts: Contribution['amounts'] | undefined;
  for (let after: string | null = ''; after !== null;) {
    const begin: string = after;
    const page = await contributionsOn(documents, number, { day, after: begin, limit: PAGE });
    amounts = page.total;
    items.push(...page.items);
    after = page.next;
  }
  if (!amounts) return undefined;
  const contributions = [];
  for (const { id, amounts } of items) {
    const read = (stream: string) => eachOf(events.filter((event) => event.stream === stream));
    const made = await contributingEvents(read, id, number, { to: { position: end, day } });
    const causes = made.events.map(({ position, amounts }) => ({ leaf: position, amounts }));
    contributions.push({ project: id, amounts, events: causes });
  }
  return { result: { amounts, value: valueAt(figures, `${cell}/${figure}`) ?? null }, contributions };
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

const PAGE = 500;
