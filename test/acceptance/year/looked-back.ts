import { now, remembered, world } from './play.js';

/** The year is over: nothing of it is left to do, and each answer that was given is given again. */
export function lookedBack(): void {
  describe('looked back upon', () => {
    it('each answer is the one that was given at its instant', async () => {
      for (const { path, instant, body } of remembered) {
        const answer = await world.get(`${path}knownAt=${instant}`);
        expect({ path, instant, body: answer.body as unknown }).toEqual({ path, instant, body });
      }
      expect(remembered.length).toBeGreaterThan(20);
    });

    it('every bulletin comes out of the log as it was', async () => {
      const { items } = (await now('bulletins?limit=500')).body as { items: { id: string }[] };
      for (const { id } of items) expect((await now(`bulletins/${id}/check`)).body).toMatchObject({ reproduced: true });
    });

    it('nothing that was due is left', async () => {
      const { items } = (await now('deadlines?limit=500')).body as { items: { nextDueAt: string }[] };
      expect(items.filter(({ nextDueAt }) => nextDueAt <= '2023-06-05T02:00:00.000Z')).toEqual([]);
    });
  });
}
