import { type SuspensionCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Day, DayOrNull, Nested, Text } from '../http/fields.js';

export class RecogniseSuspensionBody implements BodyOf<SuspensionCommand, 'RecogniseSuspension'> {
  @Day() occurredOn: string;
  @DayOrNull() until: string | null = null;
  @Text() reason: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const SUSPENSION_ROUTES: CommandRoutes<SuspensionCommand> = {
  RecogniseSuspension: { path: ':id/recognise-suspension', body: RecogniseSuspensionBody },
};
