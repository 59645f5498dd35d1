import { outline } from '../testing.js';
import { OUTLINE_EXAMPLES, type OutlineExample } from './examples.js';

const examples = Object.values(OUTLINE_EXAMPLES) as OutlineExample<keyof typeof OUTLINE_EXAMPLES>[];

describe.each(examples)('$command.type', ({ given, command, event, again }) => {
  it('is recorded as one event', () => {
    outline
      .given(...given)
      .when(command)
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = outline.given(...given, event).when(command);
    if (again === 'nothing') outcome.thenNothing();
    else outcome.thenRefused(again);
  });

  it('needs an item that is listed', () => {
    if (command.type === 'ListOutlineItem') return;
    outline.given().when(command).thenRefused('UNKNOWN_OUTLINE_ITEM');
  });
});

describe('an item', () => {
  const { command, event } = OUTLINE_EXAMPLES.ListOutlineItem;

  it('is for years that follow on each other', () => {
    outline
      .given()
      .when({ ...command, throughYear: 2020 })
      .thenRefused('YEAR_OUTSIDE_WINDOW', { field: 'throughYear' });
  });

  it('is carried out by projects that are registered', () => {
    outline.given(event).when({ type: 'TraceProject', project: 'unknown' }).thenRefused('UNKNOWN_PROJECT');
  });
});
