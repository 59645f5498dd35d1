import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReckoned } from '#libs/verifier';
import { figureOf, Reckoning } from '../../../libs/verifier/src/reckoning.js';
import { taizhang, verifier } from '../commands.js';
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

    it('each figure that the verifier reckons for itself is what the dashboard shows', async () => {
      const reckoning = new Reckoning(2022);
      for await (const event of world.log()) reckoning.see(event);
      let compared = 0;
      for (let number = 4; number <= 12; number++) {
        const month = `2022-${String(number).padStart(2, '0')}`;
        const { figures } = (await now(`dashboards/2022/${number}`)).body as { figures: Shown };
        for (const [cell, shown] of cellsOf(figures))
          for (const [figure, value] of Object.entries(shown).filter(([figure]) => isReckoned(cell, figure))) {
            const sum: Record<string, number> = {};
            for (const project of reckoning.named)
              for (const [name, amount] of Object.entries(
                reckoning.amountsOf(project, { month, cell, figure, asOf: null }),
              ))
                sum[name] = (sum[name] ?? 0) + amount;
            const reckoned = figureOf(figure, month, sum) ?? (value === null ? null : 0);
            expect({ month, cell, figure, reckoned }).toEqual({ month, cell, figure, reckoned: value });
            compared++;
          }
      }
      expect(compared).toBeGreaterThan(500);
    });

    it('a figure is proven to whoever has the key alone', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'taizhang-auditor-'));
      const [bundle, key, altered] = ['bundle', 'key', 'altered'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      const proven = (file: string) => verifier(join(folder, 'verifier'), ['bundle', file, '--key', key]);
      try {
        const asked = ['--dashboard', '2022-12', '--figure', 'completionRate', '--out', bundle];
        expect(await taizhang(world.data, ['export', 'evidence', ...asked])).toMatchObject({ code: 0 });
        writeFileSync(key, (await world.get('/ledger/public-key', { as: null })).text);
        const { completionRate } = (await now('dashboards/2022/12')).body.figures.construction as Shown[string];
        const line = `completionRate of /construction in 2022-12: ${String(completionRate)}, reckoned anew from`;
        expect(await proven(bundle)).toMatchObject({ code: 0, out: expect.stringContaining(line) as string });
        const again = await taizhang(world.data, ['verify', '--bundle', bundle, '--key', key, '--json']);
        expect(JSON.parse(again.out)).toMatchObject({ sound: true, recomputed: true, figure: { reckoned: true } });

        const text = readFileSync(bundle, 'utf8');
        const other = (text.match(/"value":0\.\d+/) ?? [])[0]!;
        for (const [what, changed] of [
          ['the figure is', text.replace(other, '"value":0.9999')],
          ['do not lead to the checkpoint', text.replace('"type":"ReportAccepted"', '"type":"ReportAcceptee"')],
        ] as const) {
          writeFileSync(altered, changed);
          expect(await proven(altered)).toMatchObject({ code: 1, out: expect.stringContaining(what) as string });
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('nothing that was due is left', async () => {
      const { items } = (await now('deadlines?limit=500')).body as { items: { nextDueAt: string }[] };
      expect(items.filter(({ nextDueAt }) => nextDueAt <= '2023-06-05T02:00:00.000Z')).toEqual([]);
    });
  });
}

type Shown = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const cellsOf = ({ construction, preliminary, byList, bySector }: Shown) => [
  ...Object.entries({ construction, preliminary } as Shown).map(([name, cell]) => [`/${name}`, cell] as const),
  ...Object.entries(byList as unknown as Shown).map(([name, cell]) => [`/byList/${name}`, cell] as const),
  ...Object.entries(bySector as unknown as Shown).map(([name, cell]) => [`/bySector/${name}`, cell] as const),
];
