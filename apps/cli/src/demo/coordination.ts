import { dayOf, type Level } from '#libs/domain';
import { type Diary, workday } from './diary.js';
import type { ExampleProject } from './district.js';
import * as people from './people.js';
import type { As } from './script.js';
import { exampleDocument } from './setup.js';

/** What becomes of the task that a coordination leaves behind. */
export type TaskFate = 'IN_TIME' | 'LATE' | 'MISSED';

interface Matter {
  readonly project: ExampleProject;
  /** How the script calls the blocker; its task has the same number. */
  readonly ref: string;
  readonly level: Level;
  readonly holder: As;
  /** When the level got it. */
  readonly arrivedAt: string;
  readonly fate: TaskFate;
}

/** The day after a level got a matter it meets, and has the responsible unit do something about it. */
export function coordinate(diary: Diary, { project, ref, level, holder, arrivedAt, fate }: Matter): void {
  const met = workday(dayOf(arrivedAt), 1);
  const blocker = `{${ref}}`;
  const minutes = exampleDocument('项目调度会议纪要', ref.slice(1), met);
  diary.project(met, holder, project.ref, {
    ...{ type: 'HoldCoordination', occurredOn: met, level, blockers: [blocker], minutes },
  });
  const name = `t${ref.slice(1)}`;
  const task = `{${name}}`;
  // What is due on the day itself is late the next morning.
  const dueOn = fate === 'LATE' ? met : workday(met, fate === 'MISSED' ? 5 : 1);
  const unit = project.responsibilities.responsibleUnit!;
  const text = '会同有关单位落实会议议定事项，限期办结';
  diary.project(met, holder, project.ref, { type: 'AssignTask', unit, text, dueOn, blocker }, name);
  if (fate === 'MISSED') return;
  const report = '议定事项已落实';
  diary.project(workday(met, 1), people.responsibleUnit(project), project.ref, { type: 'ReportTask', task, report });
  diary.project(workday(met, 2), people.office(3), project.ref, { type: 'CloseTask', task });
}
