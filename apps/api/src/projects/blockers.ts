import { BLOCKER_CATEGORIES, type BlockerCommand, type Level, LEVELS } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { Choice, Day, Text } from '../http/fields.js';

export class RaiseBlockerBody implements BodyOf<BlockerCommand, 'RaiseBlocker'> {
  @Day() occurredOn: string;
  @Choice(BLOCKER_CATEGORIES) category: (typeof BLOCKER_CATEGORIES)[number];
  @Text(5_000) description: string;
}

export class EscalateBlockerBody implements Omit<BodyOf<BlockerCommand, 'EscalateBlocker'>, 'blocker'> {
  @Choice(LEVELS) from: Level;
  @Text(5_000) outcome: string;
}

export class ResolveBlockerBody implements Omit<BodyOf<BlockerCommand, 'ResolveBlocker'>, 'blocker'> {
  @Text(5_000) resolution: string;
}

export const BLOCKER_ROUTES: CommandRoutes<BlockerCommand> = {
  RaiseBlocker: {
    path: ':id/raise-blocker',
    body: RaiseBlockerBody,
    creates: { name: 'blocker', at: '/api/v1/blockers/{id}' },
  },
  AcceptBlocker: { path: ':id/blockers/:blocker/accept' },
  EscalateBlocker: { path: ':id/blockers/:blocker/escalate', body: EscalateBlockerBody },
  ResolveBlocker: { path: ':id/blockers/:blocker/resolve', body: ResolveBlockerBody },
  CloseBlocker: { path: ':id/blockers/:blocker/close' },
};
