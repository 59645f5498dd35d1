import { bulletin, bulletinScene, COLLEAGUE, OFFICE } from '../testing.js';
import { INITIAL_PLAN } from '../plan/state.js';
import type { BulletinCommand } from './commands.js';
import { BULLETIN_EXAMPLES, bulletinDrafted, type BulletinExample, CONTENT, ISSUED, PUBLISHED } from './examples.js';

const examples = Object.values(BULLETIN_EXAMPLES) as BulletinExample<BulletinCommand['type']>[];
const { DraftBulletin, RedraftBulletin, CorrectBulletin, WithdrawBulletin } = BULLETIN_EXAMPLES;
const issue = { type: 'IssueBulletin' } as const;

describe.each(examples)('$command.type', ({ given, command, by, event, again }) => {
  it('is recorded as one event', () => {
    bulletin
      .given(...given)
      .when(command, { actor: by })
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = bulletin.given(...given, event).when(command, { actor: by });
    if (again === 'nothing') outcome.thenNothing();
    else if (again === 'another') outcome.then(event);
    else outcome.thenRefused(again);
  });

  it('needs a bulletin', () => {
    if (command.type === 'DraftBulletin' || command.type === 'CorrectBulletin') return;
    bulletin.given().when(command, { actor: by }).thenRefused('UNKNOWN_BULLETIN');
  });
});

describe('a bulletin', () => {
  it('is issued by somebody who did not write at it', () => {
    bulletin.given(bulletinDrafted()).when(issue, { actor: OFFICE }).thenRefused('ISSUER_IS_DRAFTER');
    bulletin
      .given(bulletinDrafted(), RedraftBulletin.event)
      .when(issue, { actor: OFFICE })
      .thenRefused('ISSUER_IS_DRAFTER');
  });

  it.each([
    ['issued', [ISSUED]],
    ['published', [ISSUED, PUBLISHED]],
    ['withdrawn', [WithdrawBulletin.event]],
  ])('that was %s is written at no more', (_what, after) => {
    bulletin
      .given(bulletinDrafted(), ...after)
      .when(RedraftBulletin.command)
      .thenRefused('BULLETIN_NOT_DRAFT');
  });

  it('that was issued cannot be withdrawn, and one that was withdrawn cannot be issued', () => {
    bulletin.given(bulletinDrafted(), ISSUED).when(WithdrawBulletin.command).thenRefused('BULLETIN_NOT_DRAFT');
    bulletin
      .given(bulletinDrafted(), WithdrawBulletin.event)
      .when(issue, { actor: COLLEAGUE })
      .thenRefused('BULLETIN_NOT_DRAFT', { status: 'WITHDRAWN' });
  });

  it('is sent out once, under one number, after it was issued', () => {
    const publish = (docNo: string) => ({ type: 'PublishBulletin', docNo }) as const;
    bulletin.given(bulletinDrafted()).when(publish('1号')).thenRefused('BULLETIN_NOT_ISSUED');
    bulletin.given(bulletinDrafted(), ISSUED, PUBLISHED).when(publish('2号')).thenRefused('BULLETIN_PUBLISHED');
  });

  it('tells of a month of a published plan that has begun, to units that there are', () => {
    const draft = (change: object) => bulletin.given().when({ ...DraftBulletin.command, ...change });
    draft({ month: '2022-06' }).thenRefused('BULLETIN_MONTH_AHEAD', { current: '2022-05' });
    draft({ recipients: ['u1', 'unknown'] }).thenRefused('UNKNOWN_UNIT', { unit: 'unknown' });
    bulletin
      .given()
      .when(DraftBulletin.command, {
        others: { ...bulletinScene.others, 'plan-2022': { ...INITIAL_PLAN, year: 2022 } },
      })
      .thenRefused('PLAN_NOT_PUBLISHED');
  });

  it('corrects one that was issued, of the same month', () => {
    const correct = (bulletinId: string, change: object = {}) =>
      bulletin.given().when({ ...CorrectBulletin.command, ...change, bulletin: bulletinId });
    correct('unknown').thenRefused('UNKNOWN_BULLETIN');
    correct('draft').thenRefused('BULLETIN_NOT_ISSUED', { status: 'DRAFTED' });
    correct('corrected', { month: '2022-05' }).thenRefused('BULLETIN_OF_OTHER_MONTH', { corrected: '2022-04' });
    bulletin
      .given(CorrectBulletin.event)
      .when({ ...RedraftBulletin.command, month: '2022-05' })
      .thenRefused('BULLETIN_OF_OTHER_MONTH');
  });

  it('names what it corrects when it is issued', () => {
    bulletin
      .given(CorrectBulletin.event)
      .when(issue, { actor: COLLEAGUE })
      .then({ type: 'BulletinIssued', data: { month: '2022-04', corrects: 'corrected' } });
  });

  it('names nobody, while digits of its position are no number of a person', () => {
    const draft = (change: object) => bulletin.given().when({ ...DraftBulletin.command, ...change });
    draft({ content: '联系13812345678' }).thenRefused('PERSONAL_DATA_IN_TEXT', { place: '/content' });
    draft({ position: 13_812_345_678 }).then(bulletinDrafted({ ...CONTENT, position: 13_812_345_678 }));
  });
});
