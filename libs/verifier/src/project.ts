/** What a bundle about one project asks; its answer is told, and the release that it names computes it again. */
export interface AboutProject {
  readonly project: string;
  /** YYYY-MM-DD, or null for the latest that is known. */
  readonly asOf: string | null;
}

export function isAboutProject(question: unknown): question is AboutProject {
  const { project, asOf } = (question ?? {}) as Partial<AboutProject>;
  return typeof project === 'string' && (asOf === null || /^\d{4}-\d\d-\d\d$/.test(asOf ?? ''));
}

/** What was found, for people. */
export const projectLine = ({ project, asOf }: AboutProject): string =>
  `project ${project}${asOf === null ? '' : ` as of ${asOf}`}: its events are proven, the state that is told was NOT computed again`;
