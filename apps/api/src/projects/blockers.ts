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

export class ReturnBlockerDownBody implements Omit<BodyOf<BlockerCommand, 'ReturnBlockerDown'>, 'blocker'> {
  @Choice(LEVELS) from: Level;
  @Text(5_000) instructions: string;
}

export class RequestHoldBody implements Omit<BodyOf<BlockerCommand, 'RequestHold'>, 'blocker'> {
  @Text() reason: string;
}

export class RecordLevelOutcomeBody implements Omit<BodyOf<BlockerCommand, 'RecordLevelOutcome'>, 'blocker'> {
  @Choice(LEVELS) level: Level;
  @Text(5_000) outcome: string;
}

export class ReopenBlockerBody implements Omit<BodyOf<BlockerCommand, 'ReopenBlocker'>, 'blocker'> {
  @Text(5_000) reason: string;
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
  ReturnBlockerDown: { path: ':id/blockers/:blocker/return-down', body: ReturnBlockerDownBody },
  RequestHold: { path: ':id/blockers/:blocker/request-hold', body: RequestHoldBody },
  ConsentToHold: { path: ':id/blockers/:blocker/consent-to-hold' },
  ResumeBlocker: { path: ':id/blockers/:blocker/resume' },
  RecordLevelOutcome: { path: ':id/blockers/:blocker/record-level-outcome', body: RecordLevelOutcomeBody },
  ResolveBlocker: { path: ':id/blockers/:blocker/resolve', body: ResolveBlockerBody },
  CloseBlocker: { path: ':id/blockers/:blocker/close' },
  ReopenBlocker: { path: ':id/blockers/:blocker/reopen', body: ReopenBlockerBody },
};
