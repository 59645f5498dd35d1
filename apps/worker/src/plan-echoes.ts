import type { CommandDoor, Recorded } from '#libs/event-sourcing';
import { type BatchEvent, dayOf, type PlanEntry, type PlanEvent, type PlanState, projectStream } from '#libs/domain';
import type { Echo } from './echo.js';

/** A published plan enters its projects, so that they know which plan to ask. */
export async function echoesOfPublication(
  event: Recorded<PlanEvent>,
  streams: CommandDoor['streams'],
): Promise<Echo[]> {
  const { state } = await streams.load<PlanState>(event.stream);
  return [...state.entries.values()].map((entry) => entering(event, entry));
}

const entering = ({ data, revision }: Recorded<PlanEvent>, entry: PlanEntry): Echo => ({
  stream: projectStream(entry.project),
  command: {
    type: 'EnterPlan',
    year: data.year,
    category: entry.category,
    annualInvestment: entry.annualInvestment,
    monthlyTargets: entry.monthlyTargets,
    sourceRevision: revision,
  },
});

/** Each project of a batch learns its new line, or that it left; figures of mergers and splits move once. */
export function echoesOfBatch(event: Recorded<BatchEvent>): Echo[] {
  const { year, results, moved } = event.data;
  const sourceRevision = event.revision;
  const on = dayOf(event.metadata.recordedAt);
  const members = results.map(({ project, entry }): Echo =>
    entry
      ? entering(event, entry)
      : { stream: projectStream(project), command: { type: 'LeavePlan', year, sourceRevision } },
  );
  const figures = moved
    .filter(({ yearToDate, toLastYearEnd }) => yearToDate !== 0 || toLastYearEnd !== 0)
    .map(({ project, ...amounts }): Echo => ({
      stream: projectStream(project),
      command: { type: 'MoveFigures', year, on, ...amounts, sourceRevision },
    }));
  return [...members, ...figures];
}
