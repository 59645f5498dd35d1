import type { ProjectCommand } from '#libs/domain';

/** A command for one project that follows from an event of another stream. */
export interface Echo {
  readonly project: string;
  readonly command: ProjectCommand;
}
