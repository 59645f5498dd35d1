import type { Command } from '../../shapes.js';
import type { Responsibilities } from './events.js';

export type ResponsibilityCommand = Command<
  'AssignResponsibilities',
  { occurredOn: string; responsibilities: Responsibilities }
>;
