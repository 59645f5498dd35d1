import { type ResponsibilityCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { Day, IdOrNull, Nested, Texts } from '../http/fields.js';

export class ResponsibilitiesBody {
  @IdOrNull() responsibleUnit: string | null = null;
  @IdOrNull() legalEntity: string | null = null;
  @IdOrNull() leadAuthority: string | null = null;
  @Texts(50, 64) supportingUnits: string[] = [];
  @IdOrNull() reporter: string | null = null;
}

export class AssignResponsibilitiesBody implements BodyOf<ResponsibilityCommand, 'AssignResponsibilities'> {
  @Day() occurredOn: string;
  @Nested(() => ResponsibilitiesBody) responsibilities: ResponsibilitiesBody;
}

export const RESPONSIBILITY_ROUTES: CommandRoutes<ResponsibilityCommand> = {
  AssignResponsibilities: { path: ':id/assign-responsibilities', body: AssignResponsibilitiesBody, ifMatch: true },
};
