import fc from 'fast-check';
import type { EventMetadata } from '#libs/event-sourcing';
import { leafBytes, placeOf, type SealedEvent } from './leaf.js';

const event = (other: Partial<SealedEvent> = {}): SealedEvent => ({
  stream: 'project-1',
  revision: 7,
  id: 'event-7',
  type: 'Happened',
  data: {},
  metadata: {} as EventMetadata,
  ...other,
});
const tail = (stream: string, revision: number | string) =>
  `,"revision":${revision},"stream":"${stream}","type":"Happened"}`;
const parsed = (json: string) => {
  const { stream, revision, type } = JSON.parse(json) as SealedEvent;
  return { stream, revision, type };
};

describe('the place that a leaf names', () => {
  it('is that of its event, whatever its texts hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', '\\', ',', ':', '}', '\n', '"type":"', tail('project-2', 3), '项目'), {
          maxLength: 9,
        })
        .map((parts) => parts.join('')),
    );
    const events = fc.record({ stream: text, type: text, id: text, revision: fc.nat(), data: fc.record({ text }) });
    fc.assert(
      fc.property(events, (parts) => {
        const bytes = leafBytes(event(parts));
        expect(placeOf(bytes)).toMatchObject(parsed(bytes.toString()));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['in another order', '{"type":"Happened","stream":"project-1","revision":7,"data":{}}'],
    ['twice', `{"revision":1,"stream":"project-9","type":"Other"${tail('project-1', 7)}`],
    [
      'in data that comes last',
      `{"revision":7,"stream":"project-1","type":"Happened","x":{"a":1${tail('project-2', 3)}}`,
    ],
    ['in a text that comes last', `{"revision":7,"stream":"project-1","type":${JSON.stringify(tail('project-2', 3))}}`],
    ['behind blanks', `{"data":{}${tail('project-1', 7).replaceAll(':', ': ')}`],
    ['with another form of the number', `{"data":{}${tail('project-1', '7e0')}`],
    ['with a stream longer than is looked at', `{"data":{}${tail(`project-${'x'.repeat(400)}`, 7)}`],
    ['with a stream in many bytes', `{"data":{}${tail('项'.repeat(70), 7)}`],
  ])('is what JSON says where it stands %s', (_where, json) => {
    expect(placeOf(Buffer.from(json))).toMatchObject(parsed(json));
  });

  it('is refused for what is neither JSON nor ends so', () => {
    expect(() => placeOf(Buffer.from('{"data":{},"type":"Happened"'))).toThrow(SyntaxError);
  });
});
