import type { At, Recorded } from '#libs/event-sourcing/pure';
import type { PlanEvent } from '../plan/events.js';
import { nextLevel } from '../policy/escalation.js';
import { clockAt } from '../project/blockers/clocks.js';
import { clockWith, timeLeft } from '../project/blockers/hold.js';
import type { BlockerState } from '../project/blockers/state.js';
import type { ProjectEvent } from '../project/events.js';
import { repairFrom } from '../project/reports/rules.js';
import type { ProjectState } from '../project/state.js';

/**
 * What somebody did, with the clocks that other rules would have started by it; undefined where it would have been no
 * step, since time had brought the blocker further already.
 */
export function retold(
  event: Recorded<ProjectEvent | PlanEvent>,
  state: unknown,
  at: At,
): Recorded<ProjectEvent | PlanEvent> | undefined {
  const held = (blocker: string): BlockerState | undefined => (state as ProjectState).blockers[blocker];
  switch (event.type) {
    case 'BlockerRaised':
      return { ...event, data: { ...event.data, clock: clockAt(event.data.level, at.now, at) } };
    case 'BlockerEscalated': {
      const { blocker, to } = event.data;
      // The names of the levels are in their order.
      if ((held(blocker)?.level ?? '') >= to) return undefined;
      return { ...event, data: { ...event.data, clock: clockAt(to, at.now, at) } };
    }
    case 'BlockerReturnedDown':
      return { ...event, data: { ...event.data, clock: clockAt(event.data.to, at.now, at) } };
    case 'BlockerHeld': {
      const { level, clock } = held(event.data.blocker) ?? {};
      return { ...event, data: { ...event.data, left: clock && nextLevel(level!) ? timeLeft(clock, at) : null } };
    }
    case 'BlockerResumed': {
      const { level = event.data.level, hold } = held(event.data.blocker) ?? {};
      const clock = hold?.left ? clockWith(hold.left, at) : clockAt(level, at.now, at);
      return { ...event, data: { ...event.data, level, clock } };
    }
    case 'BlockerReopened': {
      const level = held(event.data.blocker)?.level ?? event.data.level;
      return { ...event, data: { ...event.data, level, clock: clockAt(level, at.now, at) } };
    }
    case 'ReportReturned':
      return { ...event, data: { ...event.data, ...repairFrom(at) } };
    default:
      return event;
  }
}
