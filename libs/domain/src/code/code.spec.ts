import fc from 'fast-check';
import { projectCodeDecider } from './code.js';
import { OFFICE, PROJECT_CODE_OF_P1, projectCode } from '../testing.js';
import { scenario } from '#libs/event-sourcing/testing';
import { INITIAL_PROJECT } from '../project/state.js';
import { PROJECT_CODE_EXAMPLES, type ProjectCodeExample, released, reserved } from './examples.js';

const examples = Object.values(PROJECT_CODE_EXAMPLES) as ProjectCodeExample<keyof typeof PROJECT_CODE_EXAMPLES>[];
const reserve = (project: string) => ({ type: 'ReserveProjectCode', project }) as const;
const holding = { ...INITIAL_PROJECT, exists: true, code: PROJECT_CODE_OF_P1 };

describe.each(examples)('$command.type', ({ given, command, event, again }) => {
  it('is recorded as one event', () => {
    projectCode
      .given(...given)
      .when(command)
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = projectCode.given(...given, event).when(command);
    if (again === 'nothing') outcome.thenNothing();
    else outcome.thenRefused(again);
  });
});

describe('a code', () => {
  it('is reserved for one project', () => {
    projectCode.given(reserved()).when(reserve('p2')).thenRefused('PROJECT_CODE_RESERVED');
  });

  it('is reserved for a project that exists', () => {
    projectCode.given().when(reserve('unknown')).thenRefused('UNKNOWN_PROJECT');
  });

  it('that was released is reserved for another one', () => {
    projectCode.given(reserved(), released()).when(reserve('p2')).then(reserved('p2'));
  });

  it('is not released while its project holds it', () => {
    projectCode
      .given(reserved())
      .when(PROJECT_CODE_EXAMPLES.ReleaseProjectCode.command, { others: { 'project-p1': holding } })
      .thenRefused('PROJECT_CODE_HELD');
  });

  it('that its project took at the moment of its release goes to no other, but back to that one', () => {
    const others = { 'project-p1': holding, 'project-p2': { ...INITIAL_PROJECT, exists: true } };
    const given = projectCode.given(reserved(), released());
    given.when(reserve('p2'), { others }).thenRefused('PROJECT_CODE_HELD');
    given.when(reserve('p1'), { others }).then(reserved('p1'));
  });

  it('has five groups, of which only the last character may be a letter', () => {
    const digits = (length: number) =>
      fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((all) => all.join(''));
    const check = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const code = fc
      .tuple(digits(4), digits(6), digits(2), digits(2), digits(5), check)
      .map(([a, b, c, d, e, f]) => `${a}-${b}-${c}-${d}-${e}${f}`);
    const asked = (name: string) =>
      scenario(projectCodeDecider, { stream: `code-${name}`, now: '2022-05-16T02:00:00.000Z', actor: OFFICE })
        .given()
        .when(reserve('p1'), { others: { 'project-p1': { ...INITIAL_PROJECT, exists: true } } });
    fc.assert(
      fc.property(code, fc.nat({ max: 23 }), (name, at) => {
        asked(name).then(reserved());
        asked(`${name.slice(0, at)}#${name.slice(at + 1)}`).thenRefused('PROJECT_CODE_MALFORMED');
        asked(`${name}0`).thenRefused('PROJECT_CODE_MALFORMED');
      }),
    );
  });
});
