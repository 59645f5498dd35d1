import fc from 'fast-check';
import { valueOn } from '#libs/event-sourcing/pure';
import { addDays } from '../days.js';
import { DOCUMENT, leadingGroup } from '../testing.js';
import type { LeadingGroupEvent } from './events.js';
import {
  groupFormed,
  LEADING_GROUP_EXAMPLES,
  type LeadingGroupExample,
  portfolioAssigned,
  projectGroupFormed,
} from './examples.js';
import { leaderOf } from './portfolios.js';

const examples = Object.values(LEADING_GROUP_EXAMPLES) as LeadingGroupExample<keyof typeof LEADING_GROUP_EXAMPLES>[];

describe.each(examples)('$command.type', ({ given, command, event, again }) => {
  it('is recorded as one event', () => {
    leadingGroup
      .given(...given)
      .when(command)
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = leadingGroup.given(...given, event).when(command);
    if (again === 'nothing') outcome.thenNothing();
    else outcome.thenRefused(again);
  });

  it('tomorrow is refused', () => {
    leadingGroup
      .given(...given)
      .when({ ...command, occurredOn: '2022-05-17' })
      .thenRefused('FACT_IN_FUTURE');
  });

  it('needs a leading group on that day', () => {
    if (command.type === 'FormLeadingGroup') return;
    leadingGroup
      .given(...given)
      .when({ ...command, occurredOn: '2021-12-31' })
      .thenRefused('LEADING_GROUP_NOT_FORMED', { on: '2021-12-31' });
  });
});

describe('a project group', () => {
  it('is replaced by one of the same id from its day on', () => {
    const later: LeadingGroupEvent = {
      type: 'ProjectGroupFormed',
      data: { ...projectGroupFormed.data, occurredOn: '2022-04-01', members: ['authority', 'keeper'] },
    } as LeadingGroupEvent;
    const { projectGroups } = leadingGroup.given(groupFormed, projectGroupFormed, later).state();
    expect(valueOn(projectGroups['rail']!, '2022-03-31')?.members).toEqual(['authority']);
    expect(valueOn(projectGroups['rail']!, '2022-04-01')?.members).toEqual(['authority', 'keeper']);
  });

  it('named like something that hangs on every object is unknown', () => {
    leadingGroup
      .given(groupFormed)
      .when({ ...LEADING_GROUP_EXAMPLES.DissolveProjectGroup.command, group: 'constructor' })
      .thenRefused('UNKNOWN_PROJECT_GROUP');
  });
});

describe('the leader of a project', () => {
  const { portfolios } = leadingGroup
    .given(groupFormed, portfolioAssigned, {
      type: 'LeaderPortfolioAssigned',
      data: { occurredOn: '2022-03-01', leader: 'leader-3', sectors: ['water'], units: ['park'], document: DOCUMENT },
    })
    .state();

  it.each([
    ['who has its authority, whatever the sector', 'water', 'authority', '2022-03-01', 'leader-2'],
    ['who has its sector, where nobody has the authority', 'transport', 'elsewhere', '2022-03-01', 'leader-2'],
    ['who has its sector, where no authority is known', 'water', null, '2022-03-01', 'leader-3'],
    ['nobody yet', 'water', 'park', '2022-02-28', null],
    ['nobody, where neither is known', null, null, '2022-03-01', null],
  ])('is %s', (_, sector, authority, day, leader) => {
    expect(leaderOf(portfolios, sector, authority, day)).toBe(leader);
  });

  const leaders = ['leader-a', 'leader-b', 'leader-c'];
  const change = fc.record({
    on: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2022-02-01', days)),
    leader: fc.constantFrom(...leaders),
    sectors: fc.subarray(['transport', 'water', 'energy']),
  });

  /** Day by day: each change of the day takes away what its leader had and puts them last. */
  function told(changes: { on: string; leader: string; sectors: string[] }[], sector: string, day: string) {
    const order = changes.map((each, index) => ({ ...each, index })).filter(({ on }) => on <= day);
    order.sort((a, b) => (a.on === b.on ? a.index - b.index : a.on < b.on ? -1 : 1));
    let holding: string[] = [];
    for (const { leader, sectors } of order) {
      holding = holding.filter((other) => other !== leader);
      if (sectors.includes(sector)) holding.push(leader);
    }
    return holding.at(-1) ?? null;
  }

  it('is who was given it last of those who still have it, in whatever order it was told', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 15 }), fc.integer({ min: -2, max: 63 }), (changes, days) => {
        const events = changes.map(({ on, leader, sectors }): LeadingGroupEvent =>
          sectors.length > 0
            ? {
                type: 'LeaderPortfolioAssigned',
                data: { occurredOn: on, leader, sectors, units: [], document: DOCUMENT },
              }
            : { type: 'LeaderPortfolioEnded', data: { occurredOn: on, leader, document: DOCUMENT } },
        );
        const held = leadingGroup.given(groupFormed, ...events).state().portfolios;
        const day = addDays('2022-02-01', days);
        for (const sector of ['transport', 'water', 'energy'])
          expect(leaderOf(held, sector, null, day)).toBe(told(changes, sector, day));
      }),
    );
  });
});
