import { metrics } from '#libs/platform';
import { DueWatch } from './due-watch.js';

const MINUTE = 60_000;
const now = new Date('2022-04-25T16:05:00.000Z');
const report = { stream: 'project-p1', nextDueAt: '2022-04-25T16:00:00.000Z' };
const other = { ...report, stream: 'project-p2' };

describe('a deadline that a sweep finds due', () => {
  it('is told with its age, and no longer once it is recorded', async () => {
    const watch = new DueWatch();
    watch.note(report, now);
    expect(await metrics.metrics()).toMatch(/^taizhang_oldest_due_seconds 300$/m);
    watch.note(undefined, now);
    expect(await metrics.metrics()).toMatch(/^taizhang_oldest_due_seconds 0$/m);
  });

  it('makes the worker unready when it stays due for more than three minutes', () => {
    const watch = new DueWatch();
    for (const minute of [0, 1, 2, 3]) watch.note(report, now, minute * MINUTE);
    expect(() => watch.requireRecorded()).not.toThrow();
    watch.note(report, now, 3 * MINUTE + 1);
    expect(() => watch.requireRecorded()).toThrow('project-p1 at 2022-04-25T16:00:00.000Z');
    watch.note(undefined, now, 4 * MINUTE);
    expect(() => watch.requireRecorded()).not.toThrow();
  });

  it('makes nobody unready while each sweep finds another one', () => {
    const watch = new DueWatch();
    for (const minute of [0, 1, 2, 3, 4]) watch.note(minute % 2 === 0 ? report : other, now, minute * MINUTE);
    expect(() => watch.requireRecorded()).not.toThrow();
  });
});
