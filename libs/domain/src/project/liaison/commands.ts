import type { Command, Dated } from '../../shapes.js';
import type { LiaisonKind } from './events.js';

export type LiaisonCommand = Command<
  'RecordLiaison',
  Dated & { kind: LiaisonKind; parties: readonly string[]; outcome: string }
>;
