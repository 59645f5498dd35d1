import { idOf, type Recorded } from '#libs/event-sourcing';
import { type OutlineEvent, projectStream } from '#libs/domain';
import type { Echo } from './echo.js';

type Tracing = Extract<OutlineEvent, { type: 'ProjectTraced' | 'ProjectUntraced' }>;

/** A project learns that it stands for an item of the outline, or no longer does. */
export const echoOfTracing = ({ type, stream, revision, data }: Recorded<Tracing>): Echo => ({
  stream: projectStream(data.project),
  command: {
    type: type === 'ProjectTraced' ? 'EnterOutline' : 'LeaveOutline',
    item: idOf(stream),
    sourceRevision: revision,
  },
});
