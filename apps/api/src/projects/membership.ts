import { type MembershipCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Amount, Month, Nested, Whole } from '../http/fields.js';

export class RecordOpeningFiguresBody implements BodyOf<MembershipCommand, 'RecordOpeningFigures'> {
  @Whole(2000, 2100) year: number;
  @Month() through: string;
  @Amount() yearToDate: number;
  @Amount() toLastYearEnd: number;
  @Nested(() => DocumentBody) evidence: DocumentBody;
}

/** A plan enters its projects by itself. */
export const MEMBERSHIP_ROUTES: CommandRoutes<Extract<MembershipCommand, { type: 'RecordOpeningFigures' }>> = {
  RecordOpeningFigures: { path: ':id/record-opening-figures', body: RecordOpeningFiguresBody },
};
