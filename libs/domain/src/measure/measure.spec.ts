import { COLLEAGUE, measure } from '../testing.js';
import type { MeasureCommand } from './commands.js';
import {
  MEASURE_EXAMPLES,
  measureAdopted,
  type MeasureExample,
  measureProposed,
  SIGNED_OFF,
  WITHDRAWN,
} from './examples.js';

const examples = Object.values(MEASURE_EXAMPLES) as MeasureExample<MeasureCommand['type']>[];

describe.each(examples)('$command.type', ({ given, command, by, event, again }) => {
  it('is recorded as one event', () => {
    measure
      .given(...given)
      .when(command, { actor: by })
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = measure.given(...given, event).when(command, { actor: by });
    if (again === 'nothing') outcome.thenNothing();
    else outcome.thenRefused(again);
  });

  it('needs a measure', () => {
    if (command.type === 'ProposeMeasure') return;
    measure.given().when(command, { actor: by }).thenRefused('UNKNOWN_MEASURE');
  });
});

describe('a contractionary measure', () => {
  const given = measure.given(measureProposed('CONTRACTIONARY'));

  it('is adopted only after somebody else in the office has signed it off', () => {
    const adopt = MEASURE_EXAMPLES.AdoptMeasure.command;
    given.when(adopt).thenRefused('SIGN_OFF_MISSING');
    given.when(MEASURE_EXAMPLES.SignOffMeasure.command).thenRefused('SIGNER_IS_PROPOSER');
    measure.given(measureProposed('CONTRACTIONARY'), SIGNED_OFF).when(adopt).then(measureAdopted());
  });
});

describe('the targets of a measure', () => {
  const propose = MEASURE_EXAMPLES.ProposeMeasure.command;

  it.each([
    ['none', { projects: [], sectors: [] }],
    ['both kinds', { projects: ['p1'], sectors: ['transport'] }],
  ])('are projects or sectors, not %s', (_what, targets) => {
    measure
      .given()
      .when({ ...propose, targets })
      .thenRefused('TARGETS_UNSOUND');
  });

  it('are projects that exist, each of them once', () => {
    measure
      .given()
      .when({ ...propose, targets: { projects: ['p1', 'unknown'], sectors: [] } })
      .thenRefused('UNKNOWN_PROJECT', { project: 'unknown' });
    measure
      .given()
      .when({ ...propose, targets: { projects: ['p1', 'p1'], sectors: [] } })
      .then(measureProposed());
  });
});

describe('a measure', () => {
  it.each(['2022-04-07', '2022-04-06'])('recorded on 7 April cannot hold from %s', (effectiveFrom) => {
    measure
      .given(measureProposed())
      .when({ ...MEASURE_EXAMPLES.AdoptMeasure.command, effectiveFrom })
      .thenRefused('POLICY_RUNS_BACKWARDS', { effectiveFrom, today: '2022-04-07' });
  });

  it('that was withdrawn is neither signed off nor adopted', () => {
    const given = measure.given(measureProposed(), WITHDRAWN);
    given
      .when(MEASURE_EXAMPLES.SignOffMeasure.command, { actor: COLLEAGUE })
      .thenRefused('MEASURE_NOT_PROPOSED', { status: 'WITHDRAWN' });
    given.when(MEASURE_EXAMPLES.AdoptMeasure.command).thenRefused('MEASURE_NOT_PROPOSED');
  });

  it('names nobody', () => {
    measure
      .given(measureProposed())
      .when({ type: 'WithdrawMeasure', reason: '联系13812345678' })
      .thenRefused('PERSONAL_DATA_IN_TEXT', { place: '/reason' });
  });
});
