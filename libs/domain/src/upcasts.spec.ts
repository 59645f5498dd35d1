import { UPCASTS } from './upcasts.js';

/** As the log holds an event of the first schema. */
const NAMED = { title: '关于示例项目的批复', docNo: null, issuer: null, issuedOn: '2022-01-20', sha256: null };

const read = (type: string, data: object): object =>
  UPCASTS[type]!.reduce<object>((before, step) => step(before as never), data);

describe('a document that was named before its kind, size and type were kept', () => {
  const known = { ...NAMED, kind: 'OTHER', size: null, mediaType: null };

  it('is read as one of which they are not known', () => {
    expect(read('CommencementRecorded', { occurredOn: '2022-03-01', document: NAMED })).toEqual({
      occurredOn: '2022-03-01',
      document: known,
    });
    expect(read('OpeningFiguresRecorded', { year: 2022, evidence: NAMED })).toEqual({ year: 2022, evidence: known });
  });

  it('stays none where there was none', () => {
    expect(read('ProjectPutInService', { document: null })).toEqual({ document: null });
  });
});
