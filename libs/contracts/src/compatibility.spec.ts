import { breaks, offences } from './compatibility.js';
import * as s from './schema.js';

const fields = { name: s.text, kind: s.choice(['A', 'B']), amount: s.orNull(s.amount), days: s.list(s.day) };
const released = s.all(fields).json;

describe('a change of a schema', () => {
  it.each([
    ['a field more', s.all({ ...fields, more: s.text })],
    ['a value less', s.all({ ...fields, kind: s.choice(['A']) })],
    ['never null', s.all({ ...fields, amount: s.amount })],
    ['another sentence', s.all({ ...fields, name: s.said('As people call it.', s.text) })],
  ])('breaks nobody: %s', (_, changed) => expect(breaks(released, changed.json)).toEqual([]));

  it.each([
    ['a field less', s.all({ name: s.text, kind: fields.kind, amount: fields.amount }), '/days is gone'],
    ['a field that may be missing', s.some(fields), '/name may be left out now'],
    ['a new value', s.all({ ...fields, kind: s.choice(['A', 'B', 'C']) }), '/kind may be C now'],
    ['any value', s.all({ ...fields, kind: s.text }), '/kind may be another text now'],
    ['null', s.all({ ...fields, name: s.orNull(s.text) }), '/name may be null now'],
    ['another type', s.all({ ...fields, amount: s.orNull(s.text) }), '/amount may be string now'],
    ['deep inside', s.all({ ...fields, days: s.list(s.month) }), '/days/* had the format date'],
  ])('breaks consumers: %s', (_, changed, reason) => expect(breaks(released, changed.json)).toContain(reason));
});

describe('a contract', () => {
  const before = new Map([['t.x.v1', released]]);
  const broken = s.all({ name: s.text }).json;
  const wider = s.all({ ...fields, more: s.text }).json;

  it('is released as it is', () => expect(offences(before, before, '`t.x.v1`')).toEqual([]));

  it('breaks consumers only under another version, which the changelog names', () => {
    expect(offences(before, new Map([['t.x.v1', broken]]), '`t.x.v1`').join()).toContain('raise its version');
    const next = new Map([...before, ['t.x.v2', broken]] as const);
    expect(offences(next, new Map([['t.x.v2', broken]]), '`t.x.v1` `t.x.v2`')).toEqual([]);
    expect(offences(next, new Map([['t.x.v2', broken]]), '`t.x.v1`').join()).toContain('changelog');
  });

  it('is stored when it says more, and never loses a type', () => {
    expect(offences(before, new Map([['t.x.v1', wider]]), '`t.x.v1`').join()).toContain('npm run contract');
    expect(offences(before, new Map(), '').join()).toContain('is gone');
  });
});
