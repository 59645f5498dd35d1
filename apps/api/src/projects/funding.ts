import {
  FUNDING_SOURCES,
  FUNDING_USES,
  type FundingCommand,
  type FundingSource,
  type FundingUse,
  SUPPORT_LEVELS,
  type SupportLevel,
} from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Amount, Choice, Code, Day, Nested, NestedOrNull, Text } from '../http/fields.js';

type Body<Type extends FundingCommand['type']> = Omit<BodyOf<FundingCommand, Type>, 'line' | 'support'>;

export class ApplyForFundingBody implements Body<'ApplyForFunding'> {
  @Day() occurredOn: string;
  @Choice(FUNDING_SOURCES) source: FundingSource;
  @Choice(FUNDING_USES) use: FundingUse;
  @Amount() amount: number;
}

export class AllocateFundingBody implements Body<'AllocateFunding'> {
  @Day() occurredOn: string;
  @Amount() amount: number;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class MoveFundingBody implements Body<'ReceiveFunding'>, Body<'PayFunding'> {
  @Day() occurredOn: string;
  @Amount() amount: number;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class SchedulePaymentBody implements Body<'SchedulePayment'> {
  @Day() dueOn: string;
  @Amount() amount: number;
}

export class SetFinancingModelBody implements Body<'SetFinancingModel'> {
  @Day() occurredOn: string;
  @Code() model: string;
}

export class ApplyForSupportBody implements Body<'ApplyForSupport'> {
  @Day() occurredOn: string;
  @Choice(SUPPORT_LEVELS) level: SupportLevel;
  @Text() subject: string;
}

export class GrantSupportBody implements Body<'GrantSupport'> {
  @Day() occurredOn: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

const at = '/api/v1/projects/{in}/funding';

export const FUNDING_ROUTES: CommandRoutes<FundingCommand> = {
  ApplyForFunding: { path: ':id/apply-for-funding', body: ApplyForFundingBody, creates: { name: 'line', at } },
  AllocateFunding: { path: ':id/funding/:line/allocate', body: AllocateFundingBody },
  ReceiveFunding: { path: ':id/funding/:line/receive', body: MoveFundingBody },
  SchedulePayment: { path: ':id/funding/:line/schedule-payment', body: SchedulePaymentBody, ifMatch: true },
  PayFunding: { path: ':id/funding/:line/pay', body: MoveFundingBody },
  SetFinancingModel: { path: ':id/set-financing-model', body: SetFinancingModelBody, ifMatch: true },
  ApplyForSupport: { path: ':id/apply-for-support', body: ApplyForSupportBody, creates: { name: 'support', at } },
  GrantSupport: { path: ':id/supports/:support/grant', body: GrantSupportBody },
};
