import { DUTIES, type Duty, type ResponsibilityCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, Id, IdOrNull, Nested, NestedOrNull, Texts } from '../http/fields.js';

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

export class ChangeLegalEntityBody implements BodyOf<ResponsibilityCommand, 'ChangeLegalEntity'> {
  @Day() occurredOn: string;
  @Id() legalEntity: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class ChangeLeadAuthorityBody implements BodyOf<ResponsibilityCommand, 'ChangeLeadAuthority'> {
  @Day() occurredOn: string;
  @Id() leadAuthority: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class NamePersonsBody implements BodyOf<ResponsibilityCommand, 'NamePersons'> {
  @Day() occurredOn: string;
  @IdOrNull() personInCharge: string | null = null;
  @IdOrNull() linkedLeader: string | null = null;
}

export class AppointOfficerBody implements BodyOf<ResponsibilityCommand, 'AppointOfficer'> {
  @Day() occurredOn: string;
  @Choice(DUTIES) duty: Duty;
  @Id() officer: string;
}

export class HandOverOfficerBody implements BodyOf<ResponsibilityCommand, 'HandOverOfficer'> {
  @Day() occurredOn: string;
  @Choice(DUTIES) duty: Duty;
  @Id() to: string;
}

export class FormTaskForceBody implements BodyOf<ResponsibilityCommand, 'FormTaskForce'> {
  @Day() occurredOn: string;
  @Id() leader: string;
  @Texts(50, 64) units: string[];
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class AdoptDedicatedPlanBody implements BodyOf<ResponsibilityCommand, 'AdoptDedicatedPlan'> {
  @Day() occurredOn: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

/** Units that were merged are succeeded by themselves. */
export const RESPONSIBILITY_ROUTES: CommandRoutes<Exclude<ResponsibilityCommand, { type: 'SucceedUnit' }>> = {
  AssignResponsibilities: { path: ':id/assign-responsibilities', body: AssignResponsibilitiesBody, ifMatch: true },
  ChangeLegalEntity: { path: ':id/change-legal-entity', body: ChangeLegalEntityBody, ifMatch: true },
  ChangeLeadAuthority: { path: ':id/change-lead-authority', body: ChangeLeadAuthorityBody, ifMatch: true },
  NamePersons: { path: ':id/name-persons', body: NamePersonsBody, ifMatch: true },
  AppointOfficer: { path: ':id/appoint-officer', body: AppointOfficerBody },
  HandOverOfficer: { path: ':id/hand-over-officer', body: HandOverOfficerBody },
  FormTaskForce: { path: ':id/form-task-force', body: FormTaskForceBody },
  AdoptDedicatedPlan: { path: ':id/adopt-dedicated-plan', body: AdoptDedicatedPlanBody },
};
