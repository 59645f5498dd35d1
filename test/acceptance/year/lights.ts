import { document, office } from '../world.js';
import { auditor, cast, give, now, reserve } from './play.js';

interface Shown {
  readonly project: string;
  readonly overall: string;
  readonly lights: Readonly<Partial<Record<string, { readonly colour: string; readonly note: string | null }>>>;
}
const shownOn = async (day: string, project: string): Promise<Shown | undefined> =>
  ((await now(`lights?year=2022&asOf=${day}&limit=500`, auditor)).body.items as Shown[]).find(
    (each) => each.project === project,
  );
const startOn = async (day: string) => (await shownOn(day, cast.newStart))?.lights.START;

/** In August a start that does not come is excused for a while. */
export function excused(): void {
  describe('lights', () => {
    it('are red for a start that does not come, until it is excused', async () => {
      for (const [day, colour] of [
        ['2022-04-30', 'YELLOW'],
        ['2022-06-29', 'YELLOW'],
        ['2022-06-30', 'RED'],
      ] as const)
        expect({ day, ...(await startOn(day)) }).toMatchObject({ day, colour });
      const excuse = { dimension: 'START', until: '2022-09-30', reason: '征地依法延期', document };
      await give(office, 'GrantExcuse', cast.newStart, excuse);
      expect(await startOn('2022-08-21')).toMatchObject({ colour: 'RED', note: null });
      expect(await startOn('2022-08-22')).toMatchObject({ colour: 'GREEN', note: 'EXCUSED' });
    });
  });
}

/** In December the excuse is long over. */
export function lights(): void {
  describe('lights at the end of the year', () => {
    it('are red again once the excuse is over, and green where the plan is fulfilled', async () => {
      expect(await startOn('2022-09-30')).toMatchObject({ colour: 'GREEN', note: 'EXCUSED' });
      expect(await startOn('2022-10-01')).toMatchObject({ colour: 'RED', note: null });
      expect(await shownOn('2022-04-30', cast.ongoing)).toMatchObject({ overall: 'GREEN' });
      expect(await shownOn('2022-10-31', reserve.verified)).toMatchObject({ overall: 'GREEN' });
    });
  });
}
