import { changesBetween } from '#libs/event-sourcing';
import type { Cause } from '#libs/read-models';
import { causeLine, fieldLine } from './difference-lines.js';

it('a field that one side lacks is told from one that is null there', () => {
  const changes = changesBetween({ left: 1, emptied: 2 }, { new: '开工', emptied: null });
  expect(changes.map(fieldLine)).toEqual(['/left: 1 → —', '/emptied: 2 → null', '/new: — → "开工"']);
});

it('an event is told with its place, its two times and its ground', () => {
  const cause: Cause = {
    eventId: 'event-1',
    stream: 'project-1',
    revision: 7,
    position: 800,
    type: 'CommencementRecorded',
    actor: { id: 'person-office', role: 'LG_OFFICE', unit: null },
    recordedAt: '2022-05-05T01:00:00.000Z',
    occurredOn: '2022-04-20',
    document: {
      kind: 'EVIDENCE',
      title: '开工报告',
      docNo: '示例〔2022〕1号',
      issuer: null,
      issuedOn: null,
      sha256: null,
      size: null,
      mediaType: null,
    },
    reason: '补录',
  };
  expect(causeLine(cause)).toBe(
    '  CommencementRecorded (project-1 7) by person-office at 2022-05-05T01:00:00.000Z, from 2022-04-20 on, 示例〔2022〕1号, 补录',
  );
  expect(causeLine({ ...cause, occurredOn: null, document: null, reason: null })).toBe(
    '  CommencementRecorded (project-1 7) by person-office at 2022-05-05T01:00:00.000Z',
  );
});
