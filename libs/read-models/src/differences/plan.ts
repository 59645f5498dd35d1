import { changesBetween, plain, type ReadStream, stepsOf } from '#libs/event-sourcing/pure';
import { differenceOf, planStream } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { type planLinesOn, planStateOn } from '../plans/queries.js';
import { type PlanDocument, plans } from '../plans/view.js';
import { type Cause, causeOf } from './cause.js';
import { explained, type Sides } from './explained.js';
import { isPublication } from './shown-row.js';

type PlanSide = Awaited<ReturnType<typeof planLinesOn>>;

/** What of a plan is otherwise on the other side: its own fields, and its lines with the events that moved them. */
export async function planDateDifference(read: ReadStream, year: number, { from, to }: Sides<PlanSide>) {
  const changes = changesBetween(plain(from.answer?.plan ?? {}), plain(to.answer?.plan ?? {}));
  const positions = { from: from.position, to: to.position };
  const steps = stepsOf(plans, String(year), read(planStream(year)), positions);
  const on = (day: string) => (plan: PlanDocument | null) => (plan ? planStateOn(plan, day) : undefined);
  const lines = differenceOf(from.answer?.lines ?? new Map(), to.answer?.lines ?? new Map());
  return {
    year,
    changes: await explained(changes, steps, { from: on(from.day), to: on(to.day) }),
    ...lines,
    causes: await lineCauses(read, year, [from.answer?.revision ?? -1, to.answer?.revision ?? -1], projectsOf(lines)),
  };
}

const projectsOf = ({ admitted, left, changed }: ReturnType<typeof differenceOf>): ReadonlySet<string> =>
  new Set([...admitted, ...left, ...changed].map(({ project }) => project));

const LINE_EVENTS = ['PlanEntryIncluded', 'PlanEntryRemoved', 'BatchApplied'];

/** By project, the events between two revisions of the plan that moved its line; nothing of a draft is one before it is published. */
async function lineCauses(
  read: ReadStream,
  year: number,
  revisions: readonly [number, number],
  projects: ReadonlySet<string>,
): Promise<Record<string, Cause[]>> {
  const causes: Record<string, Cause[]> = {};
  if (projects.size === 0) return causes;
  const [first, last] = [Math.min(...revisions), Math.max(...revisions)];
  for await (const event of read(planStream(year))) {
    if (event.revision > last) break;
    if (event.revision <= first) continue;
    if (isPublication(event)) {
      for (const of of Object.values(causes)) if (of.at(-1)!.type === 'PlanEntryIncluded') of.push(causeOf(event));
    } else if (LINE_EVENTS.includes(event.type))
      for (const id of listRows.keys(event)) if (projects.has(id)) (causes[id] ??= []).push(causeOf(event));
  }
  return causes;
}
