import fc from 'fast-check';
import { valueOn } from '#libs/event-sourcing/pure';
import { addDays } from '../days.js';
import { DOCUMENT, standing, unit } from '../testing.js';
import type { UnitEvent } from './events.js';
import { UNIT_EXAMPLES, type UnitExample, unitMerged, unitRegistered, unitRenamed } from './examples.js';

const examples = Object.values(UNIT_EXAMPLES) as UnitExample<keyof typeof UNIT_EXAMPLES>[];

describe.each(examples)('$command.type', ({ given, command, by, event, again }) => {
  it('is recorded as one event', () => {
    unit
      .given(...given)
      .when(command, { actor: by })
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = unit.given(...given, event).when(command, { actor: by });
    if (again === 'nothing') outcome.thenNothing();
    else outcome.thenRefused(again);
  });

  it('needs a unit', () => {
    if (command.type === 'RegisterUnit') return;
    unit.given().when(command).thenRefused('UNKNOWN_UNIT');
  });
});

describe.each(examples.filter(({ command }) => 'occurredOn' in command))(
  '$command.type dated',
  ({ given, command }) => {
    it('tomorrow is refused', () => {
      unit
        .given(...given)
        .when({ ...command, occurredOn: '2022-05-17' } as typeof command)
        .thenRefused('FACT_IN_FUTURE', { occurredOn: '2022-05-17', today: '2022-05-16' });
    });
  },
);

describe('a merger', () => {
  const { command } = UNIT_EXAMPLES.MergeUnit;
  const given = unit.given(unitRegistered());

  it('needs a successor that is known', () => {
    given
      .when(command, { others: { 'unit-successor': { ...standing, kind: null } } })
      .thenRefused('UNKNOWN_UNIT', { unit: 'successor' });
  });

  it('leads into no unit that was merged itself, so that no chain comes back', () => {
    const merged = { on: '2021-01-01', revision: 1, value: 'u1' };
    given
      .when(command, { others: { 'unit-successor': { ...standing, merged } } })
      .thenRefused('UNIT_MERGED', { into: 'u1', on: '2021-01-01' });
  });

  it('happens once', () => {
    unit
      .given(unitRegistered(), unitMerged('2022-05-01'))
      .when({ ...command, into: 'another' }, { others: { 'unit-another': standing } })
      .thenRefused('UNIT_MERGED', { into: 'successor' });
  });

  it('leaves what was so before it to be told, and nothing after it', () => {
    const ended = unit.given(unitRegistered(), unitMerged('2022-05-01'));
    const rename = (occurredOn: string) =>
      ended.when({ type: 'RenameUnit', occurredOn, name: '示例区交通委', document: DOCUMENT });
    rename('2022-04-30').then(unitRenamed('2022-04-30', '示例区交通委'));
    rename('2022-05-01').thenRefused('UNIT_MERGED', { on: '2022-05-01' });
    ended.when({ ...UNIT_EXAMPLES.AssignSectors.command }).thenRefused('UNIT_MERGED');
  });
});

describe('names told in any order', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2020-01-01', days));
  const renames = fc.uniqueArray(fc.tuple(day, fc.string({ minLength: 1 })), {
    selector: ([on]) => on,
    maxLength: 12,
  });

  it('hold from their day to the next one', () => {
    fc.assert(
      fc.property(renames, day, (told, asked) => {
        const events: UnitEvent[] = told.map(([on, name]) => unitRenamed(on, name));
        const { name } = unit.given(unitRegistered('第一个', '2019-12-31'), ...events).state();
        const latest = told.filter(([on]) => on <= asked).sort(([a], [b]) => (a < b ? -1 : 1));
        expect(valueOn(name, asked)).toBe(latest.at(-1)?.[1] ?? '第一个');
      }),
    );
  });
});
