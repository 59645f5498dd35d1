import { CATEGORIES } from '../plan/entries.js';
import { LIGHT_BASES, type LightRules } from './lights.js';
import { fieldsOf, isPositive, type Unknown } from './shape.js';

export function lights({ start, progress, statistics, preliminary }: Unknown<LightRules>): string | undefined {
  const [started, advanced, entered, prepared] = [start, progress, statistics, preliminary].map(fieldsOf);
  const wrong = Object.entries({
    'start/yellowFrom': isPositive(started!['yellowFrom']),
    'start/redFrom': isBeyond(started!['redFrom'], started!['yellowFrom']),
    'progress/yellowFrom': isPositive(advanced!['yellowFrom']),
    'progress/redAbove': isBeyond(advanced!['redAbove'], advanced!['yellowFrom']),
    'statistics/yellowFrom': isPositive(entered!['yellowFrom']),
    'statistics/redAbove': isBeyond(entered!['redAbove'], entered!['yellowFrom']),
    'preliminary/redAbove': isPositive(prepared!['redAbove']),
  }).find(([, sound]) => !sound);
  if (wrong) return wrong[0];
  const basis = fieldsOf(advanced!['basis']);
  const unknown = CATEGORIES.find((category) => !(LIGHT_BASES as readonly unknown[]).includes(basis[category]));
  return unknown && `progress/basis/${unknown}`;
}

/** Red lies beyond yellow. */
const isBeyond = (red: unknown, yellow: unknown): boolean => isPositive(red) && red > (yellow as number);
