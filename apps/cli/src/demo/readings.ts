import type { complianceOf, openBlockers } from '#libs/read-models';
import type { Door } from './door.js';
import { office } from './people.js';
import type { Moment } from './script.js';

/** What the views say of a month when everything about it is known. */
export interface MonthReading {
  readonly month: string;
  readonly owed: number;
  readonly reported: number;
  readonly late: number;
  readonly missed: number;
  readonly accepted: number;
  /** Levels that blockers climbed since the last reading: because their time was over, or because the holder asked. */
  readonly timedOut: number;
  readonly handedUp: number;
}

const BLOCKERS = '/api/v1/blockers?limit=100';

/** Asks the API itself for what is printed, so that the demo shows what a user would see. */
export class Readings {
  private readonly timedOut = new Set<string>();
  private handedUp = 0;
  private counted = 0;

  constructor(private readonly door: Door) {}

  /** Time has passed, or somebody has escalated: what climbed shows only as long as it is open. */
  async after({ groups }: Moment): Promise<void> {
    this.handedUp += groups.flat().filter(({ path }) => path.endsWith('/escalate')).length;
    if (groups.length > 0) return;
    const { items } = await this.door.read<Awaited<ReturnType<typeof openBlockers>>>(office(3), BLOCKERS);
    for (const { id, levels } of items)
      for (const { level, cause } of levels) if (cause === 'TIME_OVER') this.timedOut.add(`${id}/${level}`);
  }

  async close(month: string): Promise<MonthReading> {
    const path = `/api/v1/compliance/${month}?limit=1`;
    const { byAuthority } = await this.door.read<Awaited<ReturnType<typeof complianceOf>>>(office(3), path);
    const total = (measure: keyof (typeof byAuthority)[string]) =>
      Object.values(byAuthority).reduce((sum, measures) => sum + measures[measure], 0);
    const reading = {
      month,
      owed: total('owed'),
      reported: total('reported'),
      late: total('late'),
      missed: total('silent'),
      accepted: total('accepted'),
      timedOut: this.timedOut.size - this.counted,
      handedUp: this.handedUp,
    };
    this.counted = this.timedOut.size;
    this.handedUp = 0;
    return reading;
  }
}

export const inWords = ({ month, owed, reported, late, missed, accepted, timedOut, handedUp }: MonthReading): string =>
  `${month}  应报 ${owed}，已报 ${reported}（迟报 ${late}），未报 ${missed}，已审核 ${accepted}；` +
  `卡点升级 ${timedOut + handedUp}（到期 ${timedOut}，主动提请 ${handedUp}）`;
