import { type StatisticsCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Amount, Day, Month, NestedOrNull } from '../http/fields.js';

export class EnterStatisticsBody implements BodyOf<StatisticsCommand, 'EnterStatistics'> {
  @Day() occurredOn: string;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class RecordStatisticsInvestmentBody implements BodyOf<StatisticsCommand, 'RecordStatisticsInvestment'> {
  @Month() through: string;
  @Amount() yearToDate: number;
}

export const STATISTICS_ROUTES: CommandRoutes<StatisticsCommand> = {
  EnterStatistics: { path: ':id/enter-statistics', body: EnterStatisticsBody },
  RecordStatisticsInvestment: { path: ':id/record-statistics-investment', body: RecordStatisticsInvestmentBody },
};
