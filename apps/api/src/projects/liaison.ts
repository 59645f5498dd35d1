import { LIAISON_KINDS, type LiaisonCommand, type LiaisonKind } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { Choice, Day, Text, Texts } from '../http/fields.js';

export class RecordLiaisonBody implements BodyOf<LiaisonCommand, 'RecordLiaison'> {
  @Day() occurredOn: string;
  @Choice(LIAISON_KINDS) kind: LiaisonKind;
  @Texts(50, 200) parties: string[];
  @Text(5_000) outcome: string;
}

export const LIAISON_ROUTES: CommandRoutes<LiaisonCommand> = {
  RecordLiaison: {
    path: ':id/record-liaison',
    body: RecordLiaisonBody,
    creates: { name: 'liaison', at: '/api/v1/projects/{in}' },
  },
};
