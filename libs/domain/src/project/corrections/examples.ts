import { idAt } from '#libs/event-sourcing/testing';
import type { Correction, CorrectionCommand } from '../../corrections/commands.js';
import type { FactCorrected } from '../../corrections/events.js';
import { COLLEAGUE, DOCUMENT, OFFICE, REPORTER, yi } from '../../testing.js';
import type { Examples } from '../example.js';
import type { ProjectEvent } from '../events.js';
import { registered } from '../samples.js';

const CHANGED: ProjectEvent = {
  type: 'TotalInvestmentChanged',
  data: { occurredOn: '2022-05-10', amount: yi(5), reason: '方案调整' },
};
const CORRECTION: Correction = {
  corrects: idAt(1),
  replacement: {
    command: 'ChangeTotalInvestment',
    fields: { occurredOn: '2022-05-02', amount: yi(6), reason: '方案调整' },
  },
  reason: '批复日期和金额录入有误',
  document: DOCUMENT,
};

export const CORRECTED: FactCorrected = {
  type: 'FactCorrected',
  data: {
    corrects: idAt(1),
    revision: 1,
    originalType: 'TotalInvestmentChanged',
    original: { occurredOn: '2022-05-10', amount: yi(5), reason: '方案调整' },
    replacement: { occurredOn: '2022-05-02', amount: yi(6), reason: '方案调整' },
    since: '2022-05-02',
    stages: null,
    reason: CORRECTION.reason,
    document: DOCUMENT,
    correction: null,
  },
};
const PROPOSED: ProjectEvent = {
  type: 'CorrectionProposed',
  data: { correction: 'new-correction', ...CORRECTION },
};

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<CorrectionCommand> = {
  CorrectFact: {
    given: [registered(), CHANGED],
    command: { type: 'CorrectFact', ...CORRECTION },
    by: OFFICE,
    event: CORRECTED,
    again: 'nothing',
  },
  ProposeCorrection: {
    given: [registered(), CHANGED],
    command: { type: 'ProposeCorrection', ...CORRECTION },
    by: REPORTER,
    event: PROPOSED,
    again: 'another',
  },
  ConfirmCorrection: {
    given: [registered(), CHANGED, PROPOSED],
    command: { type: 'ConfirmCorrection', correction: 'new-correction' },
    by: COLLEAGUE,
    event: { ...CORRECTED, data: { ...CORRECTED.data, correction: 'new-correction' } },
    again: 'nothing',
  },
  DeclineCorrection: {
    given: [registered(), CHANGED, PROPOSED],
    command: { type: 'DeclineCorrection', correction: 'new-correction', reason: '原记录无误' },
    by: COLLEAGUE,
    event: { type: 'CorrectionDeclined', data: { correction: 'new-correction', reason: '原记录无误' } },
    again: 'nothing',
  },
};
