import type { PlanCommand, ProjectCommand } from '#libs/domain';

/** A command on one stream that follows from an event of another. */
export interface Echo {
  readonly stream: string;
  readonly command: ProjectCommand | PlanCommand;
}
