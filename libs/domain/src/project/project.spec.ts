import { project } from '../testing.js';
import type { ProjectCommand } from './commands.js';
import type { Example } from './example.js';
import { EXAMPLES, registered } from './examples.js';

const examples = Object.values(EXAMPLES) as Example<ProjectCommand>[];

describe.each(examples)('$command.type', ({ given, command, by, event, again }) => {
  it('is recorded as one event', () => {
    project
      .given(...given)
      .when(command, { actor: by })
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = project.given(...given, event).when(command, { actor: by });
    if (again === 'nothing') outcome.thenNothing();
    else if (again === 'another') outcome.then(event);
    else outcome.thenRefused(again);
  });

  it('needs a project', () => {
    if (command.type === 'RegisterProject') return;
    project.given().when(command, { actor: by }).thenRefused('UNKNOWN_PROJECT');
  });
});

const dated = examples.filter(({ command }) => 'occurredOn' in command);

describe.each(dated)('$command.type dated', ({ given, command, by, event }) => {
  it('tomorrow is refused', () => {
    project
      .given(...given)
      .when({ ...command, occurredOn: '2022-05-17' } as typeof command, { actor: by })
      .thenRefused('FACT_IN_FUTURE', { occurredOn: '2022-05-17', today: '2022-05-16' });
  });

  it('today in Shanghai is recorded, while it is still yesterday in UTC', () => {
    project
      .given(...given)
      .when({ ...command, occurredOn: '2022-05-17' } as typeof command, {
        actor: by,
        now: '2022-05-16T16:00:00.000Z',
      })
      .thenMatches({ type: event.type });
  });
});

/** Each place of a command that holds text. */
const texts = (value: unknown, place = ''): string[] =>
  typeof value === 'string'
    ? [place]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => texts(inner, `${place}/${name}`))
      : [];

function withText(value: unknown, [name, ...rest]: string[], text: string): unknown {
  if (name === undefined) return text;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = withText(copy[name], rest, text);
  return copy;
}

describe('personal data in a command', () => {
  const places = examples.flatMap(({ command }) =>
    texts(command)
      .filter((place) => place !== '/type')
      .map((place) => ({ command, place })),
  );

  it.each(places)('is refused at $command.type$place', ({ command, place }) => {
    project
      .given(registered())
      .when(withText(command, place.slice(1).split('/'), '联系人13812345678') as typeof command)
      .thenRefused('PERSONAL_DATA_IN_TEXT', { place });
  });
});
