export const planStream = (year: number): string => `plan-${year}`;
export const projectStream = (project: string): string => `project-${project}`;
