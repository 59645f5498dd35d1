import type { At } from '#libs/event-sourcing/pure';
import { refuse } from '../../refusals.js';
import { type UnitState, unitStream } from '../../unit/state.js';
import type { ResponsibilityEvent } from './events.js';
import type { ResponsibilityState } from './state.js';

/** The streams of the units that a command puts into a place. */
export function unitStreamsOf(command: { readonly type: string }): string[] {
  const named = command as {
    readonly responsibilities?: object;
    readonly legalEntity?: string;
    readonly leadAuthority?: string;
  };
  switch (command.type) {
    case 'AssignResponsibilities': {
      const { reporter: _, ...places } = (named.responsibilities ?? {}) as Record<string, string | string[] | null>;
      const units = Object.values(places).flatMap((held) => held ?? []);
      return [...new Set(units)].map(unitStream);
    }
    case 'ChangeLegalEntity':
      return [unitStream(named.legalEntity!)];
    case 'ChangeLeadAuthority':
      return [unitStream(named.leadAuthority!)];
    default:
      return [];
  }
}

/**
 * What is known of units that are put into places from a day on: one that was merged by then or is only sent copies
 * holds none; one that was merged later is succeeded at once. A unit that nobody registered may hold a place.
 */
export function successionsOf(
  units: readonly string[],
  day: string,
  { responsibilities: { successions } }: ResponsibilityState,
  at: At,
): ResponsibilityEvent[] {
  return [...new Set(units)].flatMap((unit): ResponsibilityEvent[] => {
    const { kind, merged } = at.stateOf<UnitState>(unitStream(unit));
    if (kind === 'COPIED') throw refuse('COPIED_UNIT_HOLDS_NO_PLACE', { unit });
    if (!merged) return [];
    const { on, value: to } = merged;
    if (on <= day) throw refuse('UNIT_MERGED', { into: to, on });
    if (successions.some(({ from }) => from === unit)) return [];
    return [{ type: 'UnitSucceeded', data: { occurredOn: on, from: unit, to } }];
  });
}
