/** A step's path and body as the command that the API makes of them: for playing the script without the API. */
export function commandOf(path: string, body: object, key: string) {
  const [kind, id, name, thing, verb] = path.replace('/api/v1/', '').split('/') as [string, ...(string | undefined)[]];
  if (kind === 'plans') {
    const { year, ...fields } = body as { year?: number };
    const command = id === undefined ? { type: 'DraftPlan', ...fields } : { type: planType(name!), ...body };
    return { stream: `plan-${id ?? year}`, command, id: id ?? String(year) };
  }
  if (kind === 'units') {
    const { unit, ...fields } = body as { unit: string };
    return { stream: `unit-${unit}`, command: { type: 'RegisterUnit', ...fields }, id: unit };
  }
  if (kind === 'groups') {
    const command =
      name === 'form'
        ? { type: 'FormLeadingGroup', ...body }
        : { type: 'AssignLeaderPortfolio', leader: thing, ...body };
    return { stream: `group-${id}`, command, id: id! };
  }
  if (kind === 'bulletins') {
    if (id !== undefined)
      return { stream: `bulletin-${id}`, command: { type: `${pascal(name!)}Bulletin`, ...body }, id };
    return { stream: `bulletin-${key}`, command: { type: 'DraftBulletin', ...body, ...FROM_VIEWS }, id: key };
  }
  if (id === undefined) return { stream: `project-${key}`, command: { type: 'RegisterProject', ...body }, id: key };
  const of = { blockers: 'Blocker', tasks: 'Task' }[name!];
  const type = of ? `${pascal(verb!)}${of}` : projectType(name!);
  const command = { type, ...body, ...(of && { [of.toLowerCase()]: thing }) };
  const created = { RaiseBlocker: `blocker-${key}`, AssignTask: `task-${key}` }[type];
  return { stream: `project-${id}`, command, id: created ?? id };
}

/** There are no views where there is no API. */
const FROM_VIEWS = { position: 0, figures: {} };

const planType = (name: string): string => (name === 'publish' ? 'PublishPlan' : pascal(name));

const projectType = (name: string): string => (name === 'reserve' ? 'ReserveProject' : pascal(name));

const pascal = (kebab: string): string => kebab.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
