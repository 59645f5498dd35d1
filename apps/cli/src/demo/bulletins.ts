import type { BulletinContent } from '#libs/domain';
import { COPIED_UNITS, OFFICE_UNIT, RESPONSIBLE_UNITS } from './catalogue.js';
import type { Diary } from './diary.js';
import { leadingGroup, office } from './people.js';

interface Told extends Omit<BulletinContent, 'position' | 'figures'> {
  readonly ref: string;
  /** Days of 起草, 签发 and 印发. */
  readonly days: readonly [drafted: string, issued: string, published: string];
  readonly docNo: string;
}

/** What the office told of the year so far, each time once the month's reports had been reviewed. */
const BULLETINS: readonly Told[] = [
  {
    ref: 't1',
    month: '2022-06',
    kind: 'INTERNAL',
    title: '2022年上半年重点项目进展情况通报',
    content: '上半年重点项目总体有序推进，个别项目进度滞后，请有关单位抓紧整改。',
    recipients: [OFFICE_UNIT, ...RESPONSIBLE_UNITS, ...COPIED_UNITS.map(({ unit }) => unit)],
    days: ['2022-07-06', '2022-07-07', '2022-07-08'],
    docNo: '示例重点办〔2022〕1号',
  },
  {
    ref: 't2',
    month: '2022-09',
    kind: 'PUBLIC',
    title: '2022年三季度重点项目进展情况通报',
    content: '前三季度重点项目投资进度总体符合序时要求。',
    recipients: COPIED_UNITS.map(({ unit }) => unit),
    days: ['2022-10-11', '2022-10-12', '2022-10-13'],
    docNo: '示例重点办〔2022〕2号',
  },
];

/** 通报 of the half year and of three quarters: drafted by the office, issued by the leading group, sent out. */
export function tellOfTheYear(diary: Diary): void {
  for (const { ref, days, docNo, ...content } of BULLETINS) {
    const [drafted, issued, published] = days;
    diary.bulletin(drafted, office(1), ref, { type: 'DraftBulletin', ...content });
    diary.bulletin(issued, leadingGroup, ref, { type: 'IssueBulletin' });
    diary.bulletin(published, office(1), ref, { type: 'PublishBulletin', docNo });
  }
}
