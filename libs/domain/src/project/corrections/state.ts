import type { Recorded } from '#libs/event-sourcing/pure';
import type { FactCorrected } from '../../corrections/events.js';
import { withoutMeetings } from '../coordination/state.js';
import { withLightsMarked } from '../lights/basis.js';
import type { ProjectState } from '../state.js';

/** Misses, escalations and lights that were recorded stand; those that looked at the fact are marked. What a meeting moved does not. */
export function withBasisMarked(state: ProjectState, event: Recorded<FactCorrected>): ProjectState {
  const { originalType, original, replacement, since, stages } = event.data;
  const after = { ...state, lights: withLightsMarked(state.lights, originalType, since) };
  if (originalType === 'BlockerRaised') {
    const blocker = replacement!['blocker'] as string;
    // A view may keep a project without its blockers.
    const held = after.blockers[blocker];
    return held ? { ...after, blockers: { ...after.blockers, [blocker]: { ...held, basisCorrected: true } } } : after;
  }
  if (originalType === 'CoordinationHeld') {
    const named = [original, replacement].flatMap((meeting) => (meeting?.['blockers'] as string[] | undefined) ?? []);
    return { ...after, ...withoutMeetings(after, named) };
  }
  // Whether a report was owed hangs on the stage.
  if (!stages) return after;
  const reports = Object.entries(after.reports).map(([month, report]) => [
    month,
    report.status === 'MISSED' && month >= since.slice(0, 7) ? { ...report, basisCorrected: true } : report,
  ]);
  return { ...after, reports: Object.fromEntries(reports) as ProjectState['reports'] };
}
