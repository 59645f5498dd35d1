import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RIGHTS } from '#libs/domain';
import { VIEWS } from '#libs/read-models';
import { clausesIn, gapsBetween, sentencesIn } from './clauses.js';
import { eventTypes } from './event-types.js';
import { repository } from './tree.js';

const page = readFileSync(join(repository, 'docs/clauses.md'), 'utf8');
const clauses = clausesIn(page);
const events = eventTypes();
const views = VIEWS.map(({ name }) => name);

describe('docs/clauses.md', () => {
  it('has a row for each of the 41 sentences, and no row that cannot be read', () => {
    expect(clauses).toHaveLength(41);
    expect(page.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(clauses.length + 2);
  });

  it.each(clauses)('$number names what there is', ({ commands, events: named, views: shown, specs }) => {
    expect(commands.filter((command) => !Object.hasOwn(RIGHTS, command))).toEqual([]);
    expect(named.filter((event) => !events.includes(event))).toEqual([]);
    expect(shown.filter((view) => !views.includes(view))).toEqual([]);
    expect(specs.filter((spec) => !existsSync(join(repository, spec)))).toEqual([]);
    for (const names of [commands, named, shown, specs]) expect(names).not.toEqual([]);
  });
});

const NOTICE =
  ' 关于工作的\n\n通知\n\n各单位：\n现通知如下：\n\n一、推进\n\n共三项。其中：两项。\n\n附件：计划\n抄送：办公室。';
const row = (number: string, words: string) => `| ${number} | ${words} | \`A\` | \`B\` | \`c\` | \`d\` |`;
const ROWS = [
  ...[row('头.1', '工作'), row('头.2', '通知'), row('头.3', '各单位'), row('头.4', '如下')],
  ...[row('一.0', '推进'), row('一.1', '三项'), row('一.2', '其中、两项'), row('尾.1', '计划'), row('尾.2', '抄送')],
];

describe('a notice', () => {
  it('is told sentence by sentence', () => {
    expect([...sentencesIn(NOTICE).keys()].map((number) => number)).toEqual(
      clausesIn(ROWS.join('\n')).map(({ number }) => number),
    );
  });

  it.each([
    ['no row too few', ROWS, []],
    ['a sentence without its row', ROWS.slice(1), ['头.1 is not listed']],
    ['a row of no sentence', [...ROWS, row('二.0', '推进')], ['二.0 is no sentence']],
    ['a row that stands there twice', [...ROWS, ROWS[0]!], ['头.1 is listed twice']],
    ['a word that it does not say', [...ROWS.slice(0, -1), row('尾.2', '抄送、主送')], ['尾.2 does not say 主送']],
  ])('is compared with a page that has %s', (_, rows, gaps) => {
    expect(gapsBetween(NOTICE, rows.join('\n'))).toEqual(gaps);
  });
});
