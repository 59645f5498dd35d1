import { RIGHTS } from '#libs/domain';
import { eventTypes } from '../repository/event-types.js';
import { april } from './year/april.js';
import { admission } from './year/admission.js';
import { blockers } from './year/blockers.js';
import { bulletins } from './year/bulletins.js';
import { groundwork } from './year/groundwork.js';
import { lookedBack } from './year/looked-back.js';
import { matters, matterSolved } from './year/matters.js';
import { corrections } from './year/corrections.js';
import { july, september, summer } from './year/july.js';
import { excused, lights } from './year/lights.js';
import { money } from './year/money.js';
import { outside } from './year/outside.js';
import { people } from './year/people.js';
import { filedStart, governmentPlanned, governmentStart, verifiedStart } from './year/starts.js';
import { december, newYear } from './year/turn.js';
import { openYear, used, world } from './year/play.js';

jest.setTimeout(120_000);
beforeAll(openYear, 300_000);
afterAll(() => world?.stop());

groundwork();
april();
blockers();
admission();
matters();
filedStart();
bulletins();
matterSolved();
july();
people();
money();
governmentPlanned();
summer();
governmentStart();
corrections();
excused();
september();
verifiedStart();
december();
lights();
newYear();
outside();
lookedBack();

describe('the year', () => {
  it('used every command that a person may give', () => {
    const all = Object.entries(RIGHTS).filter(([, roles]) => Object.keys(roles).some((role) => role !== 'SYSTEM'));
    expect(all.map(([command]) => command).filter((command) => !used.has(command))).toEqual([]);
  });

  it('led to every kind of event', async () => {
    const happened = new Set<string>();
    for await (const { type } of world.log()) happened.add(type);
    expect(eventTypes().filter((type) => !happened.has(type))).toEqual([]);
  });
});
