import type { QueryBus } from '@nestjs/cqrs';
import { type CommandDoor, idOf, type Recorded } from '#libs/event-sourcing';
import { type ProjectEvent, projectStream, type UnitEvent, type UnitState, unitStream } from '#libs/domain';
import { Ask } from '#libs/platform';
import { projectsEverOf } from '#libs/read-models';
import type { Echo } from './echo.js';

const PAGE = 500;

/** A unit that was merged is succeeded in every project in which it ever held a place; late facts may name it still. */
export async function echoesOfMerger(
  event: Recorded<Extract<UnitEvent, { type: 'UnitMerged' }>>,
  queries: QueryBus,
): Promise<Echo[]> {
  const from = idOf(event.stream);
  const { occurredOn, into: to } = event.data;
  const echoes: Echo[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = { unit: from, limit: PAGE, ...(after !== undefined && { after }) };
    const { result } = await queries.execute(
      new Ask({ after: event.position }, (documents) => projectsEverOf(documents, page)),
    );
    for (const project of result.projects)
      echoes.push({ stream: projectStream(project), command: { type: 'SucceedUnit', occurredOn, from, to } });
    after = result.next;
  }
  return echoes;
}

/** Where the successor itself was merged before a project heard of it, the project hears of that as well. */
export async function echoesOfSuccession(
  event: Recorded<Extract<ProjectEvent, { type: 'UnitSucceeded' }>>,
  streams: CommandDoor['streams'],
): Promise<Echo[]> {
  const from = event.data.to;
  const { merged } = (await streams.load<UnitState>(unitStream(from))).state;
  if (!merged) return [];
  const command = { type: 'SucceedUnit', occurredOn: merged.on, from, to: merged.value } as const;
  return [{ stream: event.stream, command }];
}
