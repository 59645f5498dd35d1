import { raiseBlockers } from './blockers.js';
import { tellOfTheYear } from './bulletins.js';
import { Diary } from './diary.js';
import type { District } from './district.js';
import { type Fate, fatesOf } from './fates.js';
import { openMonths, report } from './reports.js';
import type { YearScript } from './script.js';
import { excuse, liveThrough, setUp } from './setup.js';

/** The last working day of the year; the clock then stops once more on the 31st. */
const LAST_DAY = '2022-12-30';
const AMENDED_MONTHS = [6, 8, 9];

/** From 2022-03-28 to 2022-12-31: all that people do in the example district; what time does is left to the timers. */
export function exampleYear(district: District): YearScript {
  const diary = new Diary(2022, LAST_DAY);
  const fates = fatesOf(district);
  setUp(diary, district);
  openMonths(diary);
  const uneventful = district.projects.filter(({ ref }) => isUneventful(fates.get(ref)));
  const blockers = raiseBlockers(diary, uneventful);
  const quiet = uneventful.filter(({ ref }) => !blockers.some(({ project }) => project === ref));
  const amends = new Map(AMENDED_MONTHS.map((month, index) => [quiet[index]!.ref, month]));
  for (const project of district.projects) {
    const fate = fates.get(project.ref);
    if (fate) liveThrough(diary, project, fate);
    const held = blockers.filter((blocker) => blocker.project === project.ref);
    report(diary, { project, fate, blockers: held, amends: amends.get(project.ref) });
  }
  excuse(
    diary,
    district.projects.find(({ ref }) => neverStarts(fates.get(ref)))!,
  );
  tellOfTheYear(diary);
  return { year: diary.year, moments: diary.moments() };
}

/** Builds through the year without a break of its own, so that a blocker or an amendment is the only thing to see. */
const isUneventful = (fate: Fate | undefined): boolean =>
  !!fate && !fate.postponedTo && !fate.suspension && !fate.completion && !fate.cancellation;

const neverStarts = (fate: Fate | undefined): boolean => fate?.start === null && !fate.cancellation;
