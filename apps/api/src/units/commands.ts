import { UNIT_KINDS, type UnitCommand, type UnitKind, unitStream } from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, Id, Nested, Text, Texts } from '../http/fields.js';

export class RegisterUnitBody implements BodyOf<UnitCommand, 'RegisterUnit'> {
  /** As the tokens of its people name it. */
  @Id() unit: string;
  @Day() occurredOn: string;
  @Choice(UNIT_KINDS) kind: UnitKind;
  @Text(200) name: string;
}

export class RenameUnitBody implements BodyOf<UnitCommand, 'RenameUnit'> {
  @Day() occurredOn: string;
  @Text(200) name: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class MergeUnitBody implements BodyOf<UnitCommand, 'MergeUnit'> {
  @Day() occurredOn: string;
  @Id() into: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class AssignSectorsBody implements BodyOf<UnitCommand, 'AssignSectors'> {
  @Day() occurredOn: string;
  @Texts(50, 64) sectors: string[];
  @Nested(() => DocumentBody) document: DocumentBody;
}

const UNIT_ROUTES: CommandRoutes<UnitCommand> = {
  RegisterUnit: { path: '', body: RegisterUnitBody, creates: { at: '/api/v1/units/{id}' } },
  RenameUnit: { path: ':unit/rename', body: RenameUnitBody, ifMatch: true },
  MergeUnit: { path: ':unit/merge', body: MergeUnitBody, ifMatch: true },
  AssignSectors: { path: ':unit/assign-sectors', body: AssignSectorsBody, ifMatch: true },
  AcknowledgeNotice: { path: ':unit/notices/:notice/acknowledge' },
};

/** Units: registered under the id that tokens name, renamed, merged. */
export const UNIT_COMMANDS = [
  commandController({ path: 'units', tag: 'units', key: 'unit', stream: unitStream }, UNIT_ROUTES),
];
