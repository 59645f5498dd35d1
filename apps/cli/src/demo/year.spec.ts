import {
  FEN_PER_YI,
  isOpen,
  leaderOf,
  type LeadingGroupState,
  type ProjectEvent,
  yearToDateBefore,
} from '#libs/domain';
import { oc4idsProject } from '#libs/contracts';
import { expectValid, untoldIn } from '../../../../test/open-data/checks.js';
import { openProjectsAfter } from '../../../../test/open-data/played.js';
import { exampleDistrict } from './district.js';
import { playedInMemory } from './in-memory.js';
import { exampleYear } from './year.js';

const district = exampleDistrict();
const script = exampleYear(district);
const steps = script.moments.flatMap(({ groups }) => groups.flat());

describe('the script of the year', () => {
  const memory = playedInMemory(script.moments);
  const events = memory.projects.flatMap((project) => project.events) as unknown as ProjectEvent[];
  const count = (type: string, where: object = {}) => {
    const expected = expect.objectContaining({ type, data: expect.objectContaining(where) as unknown }) as unknown as {
      asymmetricMatch(other: unknown): boolean;
    };
    return events.filter((event) => expected.asymmetricMatch(event)).length;
  };

  it('fits into two minutes and names every step once', () => {
    expect(steps.length).toBeLessThanOrEqual(9_000);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
  });

  it('moves time forward only, from 2022-03-28 to 2022-12-31', () => {
    const instants = script.moments.map(({ at }) => at);
    expect(instants).toEqual([...new Set(instants)].sort());
    expect([instants[0], instants.at(-1)]).toEqual(['2022-03-28T02:00:00.000Z', '2022-12-31T02:00:00.000Z']);
    const months = script.moments.flatMap(({ closes }) => closes ?? []);
    expect(months).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => `2022-${String(month).padStart(2, '0')}`));
  });

  it('brings every project into the plan', () => {
    expect(count('PlanEntered')).toBe(328);
    expect(count('OpeningFiguresRecorded', { through: '2022-03' })).toBe(328);
  });

  it('has some preliminary projects that are known from the idea on', () => {
    expect([count('ProjectReserved'), count('PreliminaryWorkBegun')]).toEqual([8, 8]);
  });

  it('has late, returned, missed and amended reports, most of them punctual', () => {
    const submitted = count('ReportSubmitted');
    const late = events.filter(({ type, data }) => type === 'ReportSubmitted' && 'late' in data && data.late).length;
    expect(submitted).toBeGreaterThan(2_800);
    expect(late / submitted).toBeGreaterThan(0.03);
    expect(late / submitted).toBeLessThan(0.12);
    expect(count('ReportReturned')).toBeGreaterThan(60);
    expect(count('ReportAmended')).toBe(3);
    const silent = memory.projects.flatMap(({ state }) =>
      Object.values(state.reports).filter(({ figures }) => figures === null),
    );
    expect(silent.length).toBeGreaterThan(15);
    expect(silent.length).toBeLessThan(80);
    expect(count('ReportMissed')).toBe(late + silent.length);
  });

  it('drives blockers to every level, by timers and by their holders', () => {
    expect(count('BlockerRaised')).toBe(40);
    expect(count('BlockerEscalated', { cause: 'TIME_OVER', to: 'L4_LEADING_GROUP' })).toBe(5);
    expect(count('BlockerEscalated', { cause: 'BEYOND_POWERS' })).toBe(8);
    const levels = memory.projects
      .flatMap(({ state }) => Object.values(state.blockers))
      .filter(({ status }) => isOpen(status))
      .map(({ level }) => level.slice(0, 2));
    expect(levels.sort()).toEqual(['L1', 'L2', 'L3', 'L4', 'L4', 'L4']);
    expect(count('BlockerClosed')).toBe(34);
  });

  it('coordinates what climbed, and assigns tasks of which some are late and some are missed', () => {
    expect(count('CoordinationHeld')).toBe(20);
    expect([count('TaskAssigned'), count('TaskReported'), count('TaskClosed')]).toEqual([20, 17, 17]);
    expect(count('TaskReported', { late: true })).toBe(4);
    expect(count('TaskOverdue')).toBe(7);
    const held = memory.projects.flatMap(({ state }) => Object.values(state.blockers));
    expect(held.filter(({ status }) => status === 'COORDINATING').length).toBe(3);
  });

  it('has a leader for every project', () => {
    const { formed, portfolios } = memory.streams.get('group-leading')!.state as LeadingGroupState;
    expect(formed).toHaveLength(1);
    for (const { details, responsibilities } of district.projects)
      expect(leaderOf(portfolios, details.sector, responsibilities.leadAuthority, '2022-04-07')).not.toBeNull();
  });

  it('starts most projects, some late, a few never; stops, ends and cancels some', () => {
    const newStarts = district.projects.filter(({ category }) => category === 'NEW_START').length;
    expect(newStarts - count('CommencementRecorded')).toBe(5);
    expect(count('MilestoneRescheduled', { milestone: 'COMMENCEMENT' })).toBeGreaterThanOrEqual(15);
    expect(count('SuspensionReported') - count('ResumptionReported')).toBe(2);
    expect(count('ProjectCompleted')).toBeGreaterThanOrEqual(8);
    expect(count('ProjectPutInService')).toBeGreaterThanOrEqual(3);
    expect(count('ProjectCancelled')).toBe(1);
  });

  it('tells of the year in two bulletins, behind which nobody but the office records anything', () => {
    const told = [...memory.streams].filter(([stream]) => stream.startsWith('bulletin-'));
    expect(told.map(([, { state }]) => state)).toMatchObject([{ status: 'PUBLISHED' }, { status: 'PUBLISHED' }]);
    expect(memory.streams.get('plan-2022')!.state).toMatchObject({ toldOf: ['2022-06', '2022-09'] });
  });

  it('ends the year near its plan, with a spread', () => {
    const states = new Map(memory.projects.map(({ state }) => [state.details.name[0]!.value, state]));
    const construction = district.projects.filter(({ category }) => category !== 'PRELIMINARY');
    const done = construction.map(({ details }) => yearToDateBefore(states.get(details.name)!, '2022-13'));
    const rates = construction.map(({ annualInvestment }, index) => done[index]! / annualInvestment);
    const rate = done.reduce((total, each) => total + each, 0) / (410.59 * FEN_PER_YI);
    expect(rate).toBeGreaterThan(0.95);
    expect(rate).toBeLessThan(1.03);
    expect(rates.filter((each) => each < 0.8).length).toBeGreaterThan(10);
    expect(rates.filter((each) => each > 1.03).length).toBeGreaterThan(20);
    expect(Math.max(...rates)).toBeLessThan(1.2);
  });

  it('can be published as OC4IDS, in which each project is valid and says no more than is told of it outside', async () => {
    const projects = await openProjectsAfter(memory.streams.values());
    expect(projects).toHaveLength(memory.projects.length);
    const statuses = new Set<string | undefined>();
    for (const project of projects) {
      const published = oc4idsProject(project, 'x');
      expectValid(published);
      statuses.add(published.status);
      expect(await untoldIn(project, memory.streams.get(`project-${project.id}`)!.events)).toEqual([]);
    }
    expect(statuses.size).toBeGreaterThan(2);
  });
});
