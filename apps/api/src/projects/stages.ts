import { type StageCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Day, Nested, NestedOrNull, Text } from '../http/fields.js';

export class DocumentedFactBody {
  @Day() occurredOn: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class FactBody {
  @Day() occurredOn: string;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class SuspendBody implements BodyOf<StageCommand, 'Suspend'> {
  @Day() occurredOn: string;
  @Text() reason: string;
}

export class CancelBody implements BodyOf<StageCommand, 'Cancel'> {
  @Day() occurredOn: string;
  @Text() reason: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const STAGE_ROUTES: CommandRoutes<StageCommand> = {
  ReserveProject: { path: ':id/reserve', body: FactBody },
  BeginPreliminaryWork: { path: ':id/begin-preliminary-work', body: FactBody },
  RecordCommencement: { path: ':id/record-commencement', body: DocumentedFactBody },
  Suspend: { path: ':id/suspend', body: SuspendBody },
  Resume: { path: ':id/resume', body: FactBody },
  Complete: { path: ':id/complete', body: DocumentedFactBody },
  PutInService: { path: ':id/put-in-service', body: FactBody },
  Cancel: { path: ':id/cancel', body: CancelBody },
};
