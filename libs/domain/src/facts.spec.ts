import fc from 'fast-check';
import { requireNothingPersonal } from './facts.js';

const check = (text: string) => () => requireNothingPersonal({ type: 'X', note: { texts: ['', text] } });

describe('a text', () => {
  it.each([
    '13812345678',
    '联系人张某13812345678。',
    'tel13812345678',
    '+8613812345678',
    '008613812345678',
    '110101199003077758',
    '身份证11010119900307775X',
    '11010119900307775x，',
  ])('with a number of a person is refused with its place: %s', (text) => {
    expect(check(text)).toThrow(
      expect.objectContaining({ code: 'PERSONAL_DATA_IN_TEXT', kind: 'never', facts: { place: '/note/texts/1' } }),
    );
  });

  it.each([
    '12812345678', // no mobile begins so
    '1381234567',
    '138123456789',
    '2019-500109-70-03-074926', // a project code
    '1101011990030777580',
    '投资13.8亿元，面积12345678平方米',
    'a13800000000b'.padEnd(64, 'c'), // a hash
    '0f8fad5b-d9cb-469f-a165-a13800000000', // an id
  ])('without one passes: %s', (text) => {
    expect(check(text)).not.toThrow();
  });

  it('that is the hash or the id of something passes, whatever its digits', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(fc.property(fc.oneof(hex, fc.uuid()), (text) => expect(check(text)).not.toThrow()));
  });

  it('that hides a mobile among other words is refused', () => {
    const words = fc.string().filter((text) => !/\d/.test(text));
    const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    fc.assert(
      fc.property(words, mobile, words, (before, number, after) => {
        expect(check(`${before}${number}${after}`)).toThrow('PERSONAL_DATA_IN_TEXT');
      }),
    );
  });
});
