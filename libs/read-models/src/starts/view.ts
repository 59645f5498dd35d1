import { idOf, type Recorded, type View } from '#libs/event-sourcing/pure';
import type { ApprovalKind, ProjectEvent } from '#libs/domain';

/** A start without a statutory approval, for the auditors. */
export interface IrregularStart {
  readonly id: string;
  readonly sort: string;
  readonly startedOn: string;
  readonly missing: readonly ApprovalKind[];
  readonly checklistVersion: number | null;
  readonly confirmedAt: string;
}

type Started = Extract<ProjectEvent, { type: 'CommencementRecorded' }>['data'];

export const irregularStarts: View<IrregularStart> = {
  name: 'irregular-starts',
  version: 1,
  indexes: [{ 'state.sort': 1 }],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    const concerns =
      event.type === 'CommencementRecorded' ||
      (event.type === 'FactCorrected' && event.data.originalType === 'CommencementRecorded');
    return concerns && event.stream.startsWith('project-') ? [idOf(event.stream)] : [];
  },

  evolve(before, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    const started =
      event.type === 'FactCorrected' ? (event.data.replacement as Started | null) : (event.data as Started);
    if (!started?.irregular) return null;
    const { occurredOn: startedOn, missing, checklistVersion } = started;
    const confirmedAt = before?.confirmedAt ?? event.metadata.recordedAt;
    return { id, sort: `${startedOn}/${id}`, startedOn, missing, checklistVersion, confirmedAt };
  },
};
