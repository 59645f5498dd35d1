import type { Details, ProjectCommand } from '#libs/domain';
import { type Actor, bodyHashOf, derivedId, type Envelope } from '#libs/event-sourcing';
import type { Row } from './columns.js';

export const SOURCE = 'nyc-capital-projects';
const ACTOR: Actor = { id: `import:${SOURCE}`, role: 'LG_OFFICE', unit: null };

export const projectIdOf = (pid: string): string => derivedId(SOURCE, pid);
export const streamOf = (pid: string): string => `project-${projectIdOf(pid)}`;

/** How a project is first heard of. */
export function registrationOf(earliest: Row): Envelope<ProjectCommand> {
  return envelope(earliest, {
    type: 'RegisterProject',
    occurredOn: earliest.on,
    details: { ...detailsOf(earliest), nature: null, investmentType: null },
    // The same for all: the city's phase is a reported fact and says nothing of our stages.
    status: 'CONCEIVED',
    currency: 'USD',
    programme: SOURCE,
  });
}

/** What a row says, as dated facts: a value that is empty, or that has not changed, was reported for that day too. */
export function commandsOf(row: Row): Envelope<ProjectCommand>[] {
  const occurredOn = row.on;
  const commands: ProjectCommand[] = [
    { type: 'ChangeDetails', occurredOn, changes: detailsOf(row) },
    { type: 'ChangeTotalInvestment', occurredOn, amount: row.budget, reason: null },
    {
      type: 'ScheduleMilestones',
      occurredOn,
      dates: { DESIGN_START: row.designStart, COMPLETION: row.completion },
    },
    { type: 'ReportSourcePhase', occurredOn, phase: row.phase },
  ];
  return commands.map((command) => envelope(row, command));
}

const detailsOf = (row: Row): Omit<Details, 'nature' | 'investmentType'> => ({
  name: row.name,
  description: row.description,
  sector: row.category,
  town: row.borough,
  managingUnit: row.managingAgency,
  clientUnit: row.clientAgency,
  landArea: null,
  remark: null,
});

/** The ids derive from the row alone, so that importing it again is the same command again. */
function envelope({ pid, on }: Row, command: ProjectCommand): Envelope<ProjectCommand> {
  return {
    stream: streamOf(pid),
    command,
    actor: ACTOR,
    commandId: derivedId(ACTOR.id, pid, on, command.type),
    bodyHash: bodyHashOf(command),
    correlationId: derivedId(ACTOR.id, pid, on),
  };
}
