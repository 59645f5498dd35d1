import { type ProjectCodeCommand, projectCodeStream } from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { Id, Text } from '../http/fields.js';

export class ReserveProjectCodeBody implements BodyOf<ProjectCodeCommand, 'ReserveProjectCode'> {
  @Id() project: string;
}

export class ReleaseProjectCodeBody implements BodyOf<ProjectCodeCommand, 'ReleaseProjectCode'> {
  @Text() reason: string;
}

const PROJECT_CODE_ROUTES: CommandRoutes<ProjectCodeCommand> = {
  ReserveProjectCode: { path: ':code/reserve', body: ReserveProjectCodeBody },
  ReleaseProjectCode: { path: ':code/release', body: ReleaseProjectCodeBody },
};

/** 项目代码: reserved for one project, which then takes it. */
export const PROJECT_CODE_COMMANDS = [
  commandController(
    { path: 'project-codes', tag: 'project-codes', key: 'code', stream: projectCodeStream },
    PROJECT_CODE_ROUTES,
  ),
];
