import { type Effect, EFFECTS, type MeasureCommand, measureStream } from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Codes, Day, Nested, Text } from '../http/fields.js';

export class TargetsBody {
  @Codes(200) projects: string[] = [];
  @Codes(50) sectors: string[] = [];
}

export class ProposeMeasureBody implements BodyOf<MeasureCommand, 'ProposeMeasure'> {
  @Text(300) title: string;
  @Text(10_000) content: string;
  @Choice(EFFECTS) effect: Effect;
  @Nested(() => TargetsBody) targets: TargetsBody;
}

export class SignOffMeasureBody implements BodyOf<MeasureCommand, 'SignOffMeasure'> {
  @Text() opinion: string;
}

export class AdoptMeasureBody implements BodyOf<MeasureCommand, 'AdoptMeasure'> {
  @Day() effectiveFrom: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class WithdrawMeasureBody implements BodyOf<MeasureCommand, 'WithdrawMeasure'> {
  @Text() reason: string;
}

const MEASURE_ROUTES: CommandRoutes<MeasureCommand> = {
  ProposeMeasure: { path: '', body: ProposeMeasureBody, creates: { name: 'measure', at: '/api/v1/measures/{id}' } },
  SignOffMeasure: { path: ':id/sign-off', body: SignOffMeasureBody },
  AdoptMeasure: { path: ':id/adopt', body: AdoptMeasureBody },
  WithdrawMeasure: { path: ':id/withdraw', body: WithdrawMeasureBody },
};

/** 政策措施: proposed by the office, a contractionary one signed off by a second person. */
export const MEASURE_COMMANDS = [
  commandController({ path: 'measures', tag: 'measures', key: 'id', stream: measureStream }, MEASURE_ROUTES),
];
