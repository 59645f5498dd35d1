import { type BLOCKER_CATEGORIES, dayOf, DEFAULT_POLICIES, type Level, levelDueAt, LEVELS } from '#libs/domain';
import { coordinate } from './coordination.js';
import { atOffice, CALENDAR, type Diary, workday, workdaysBetween } from './diary.js';
import type { ExampleProject } from './district.js';
import * as people from './people.js';
import { randomFor } from './random.js';
import type { As } from './script.js';

/** How long a blocker held its project up, as the reports of those months name it. */
export interface BlockerSpan {
  readonly ref: string;
  readonly project: string;
  readonly raised: string;
  readonly resolved: string | null;
}

/** How far it climbs, what drives it there, and whether it is solved there. */
interface Course {
  readonly to: 1 | 2 | 3 | 4;
  readonly by: 'TIMER' | 'HOLDER';
  readonly solved: boolean;
  readonly count: number;
  /** Between these days it is raised; the later ones are where they are when the year ends. */
  readonly from: string;
  readonly until: string;
}

const SPRING = '2022-04-11';
const COURSES: readonly Course[] = [
  { to: 1, by: 'TIMER', solved: true, count: 17, from: SPRING, until: '2022-12-12' },
  { to: 2, by: 'TIMER', solved: true, count: 6, from: SPRING, until: '2022-11-25' },
  { to: 2, by: 'HOLDER', solved: true, count: 4, from: SPRING, until: '2022-11-25' },
  { to: 3, by: 'TIMER', solved: true, count: 3, from: SPRING, until: '2022-11-10' },
  { to: 3, by: 'HOLDER', solved: true, count: 2, from: SPRING, until: '2022-11-10' },
  { to: 4, by: 'TIMER', solved: true, count: 2, from: SPRING, until: '2022-09-30' },
  { to: 4, by: 'TIMER', solved: false, count: 3, from: '2022-06-01', until: '2022-11-20' },
  { to: 3, by: 'TIMER', solved: false, count: 1, from: '2022-12-09', until: '2022-12-09' },
  { to: 2, by: 'TIMER', solved: false, count: 1, from: '2022-12-19', until: '2022-12-20' },
  { to: 1, by: 'TIMER', solved: false, count: 1, from: '2022-12-27', until: '2022-12-28' },
];

const TROUBLES: readonly (readonly [(typeof BLOCKER_CATEGORIES)[number], string])[] = [
  ['LAND', '部分地块征收尚未完成，影响施工进场'],
  ['LAND', '用地指标尚未落实'],
  ['ENERGY', '施工临时用电容量不足'],
  ['LABOUR', '关键工种用工紧缺'],
  ['MATERIALS', '主要建材供应不及时'],
  ['FUNDS', '建设资金到位滞后，影响工程款支付'],
  ['PROCEDURE', '施工许可办理进度滞后'],
  ['PROCEDURE', '管线迁改方案未审定'],
];

export function raiseBlockers(diary: Diary, projects: readonly ExampleProject[]): BlockerSpan[] {
  const random = randomFor('blockers');
  const hit = random.shuffled(projects);
  return COURSES.flatMap((course) => Array.from({ length: course.count }, () => course)).map((course, index) => {
    const project = hit[index]!;
    const ref = `b${String(index + 1).padStart(2, '0')}`;
    const raised = random.pick(workdaysBetween(course.from, course.until));
    const [category, description] = random.pick(TROUBLES);
    const command = { type: 'RaiseBlocker', occurredOn: raised, category, description } as const;
    diary.project(raised, people.reporter(project), project.ref, command, ref);
    return { ref, project: project.ref, raised, resolved: follow(diary, project, ref, course, raised, index) };
  });
}

const HOLDERS: Record<Level, (project: ExampleProject) => As> = {
  L1_LEGAL_ENTITY: people.legalEntity,
  L2_SECTOR_AUTHORITY: people.sectorAuthority,
  L3_DISTRICT_LEADER: people.districtLeader,
  L4_LEADING_GROUP: () => people.leadingGroup,
};

/** From level to level, with a stop of the clock wherever a timer will drive it on; the answer is the day it was solved. */
function follow(
  diary: Diary,
  project: ExampleProject,
  ref: string,
  course: Course,
  raised: string,
  index: number,
): string | null {
  const blocker = `{${ref}}`;
  let arrivedAt = atOffice(raised);
  if (course.to > 1 || course.solved)
    diary.project(workday(raised, 1), people.legalEntity(project), project.ref, { type: 'AcceptBlocker', blocker });
  for (const level of LEVELS.slice(0, course.to - 1)) {
    if (course.by === 'TIMER') {
      arrivedAt = levelDueAt(DEFAULT_POLICIES.escalation.rules, CALENDAR, level, arrivedAt)!;
      diary.stopAfter(arrivedAt);
    } else {
      const day = workday(dayOf(arrivedAt), 2);
      const outcome = '超出本级职权，提请上一级协调';
      diary.project(day, HOLDERS[level](project), project.ref, {
        type: 'EscalateBlocker',
        blocker,
        from: level,
        outcome,
      });
      arrivedAt = atOffice(day);
    }
  }
  const last = LEVELS[course.to - 1]!;
  const holder = HOLDERS[last](project);
  const matter = { project, ref, level: last, holder, arrivedAt };
  // A matter that stays at the top has been spoken of and not been solved; others are where they are when the year ends.
  if (course.to > 1 && (course.solved || last === 'L4_LEADING_GROUP'))
    coordinate(diary, { ...matter, fate: course.solved ? (index % 4 === 0 ? 'LATE' : 'IN_TIME') : 'MISSED' });
  if (!course.solved) return null;
  const solved = workday(dayOf(arrivedAt), 3);
  const resolution = '经协调已明确解决措施并落实到位';
  diary.project(solved, holder, project.ref, { type: 'ResolveBlocker', blocker, resolution });
  diary.project(workday(solved, 2), people.office(3), project.ref, { type: 'CloseBlocker', blocker });
  return solved;
}
