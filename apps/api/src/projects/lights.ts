import { type Dimension, DIMENSIONS, type LightCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, Nested, Text } from '../http/fields.js';

export class GrantExcuseBody implements BodyOf<LightCommand, 'GrantExcuse'> {
  @Choice(DIMENSIONS) dimension: Dimension;
  @Day() until: string;
  @Text() reason: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const LIGHT_ROUTES: CommandRoutes<LightCommand> = {
  GrantExcuse: { path: ':id/grant-excuse', body: GrantExcuseBody },
};
