import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOpen, type ProjectEvent } from '#libs/domain';
import { exampleDistrict } from './district.js';
import { InMemoryDistrict } from './in-memory.js';
import { playYear } from './play.js';
import type { As, YearScript } from './script.js';
import { exampleYear } from './year.js';

/** The rules behind a bare HTTP server that knows only as much as the player needs. */
class ApiInMemory {
  readonly memory = new InMemoryDistrict();
  readonly tokens: As[] = [];
  readonly lines: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request).then(({ status, body, etag }) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...(etag && { ETag: etag }) });
      response.end(JSON.stringify(body));
    });
  });

  async play(script: YearScript) {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    try {
      return await playYear({
        baseUrl: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
        script,
        tokenFor: (as) => Promise.resolve(String(this.tokens.push(as) - 1)),
        advanceTo: (instant) => Promise.resolve(void (this.memory.now = instant.toISOString())),
        settle: () => Promise.resolve(this.memory.catchUp()),
        say: (line) => void this.lines.push(line),
      });
    } finally {
      this.server.closeAllConnections();
      this.server.close();
    }
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: unknown; etag?: string }> {
    const { url, method, headers } = request;
    if (method === 'GET') return { status: 200, body: this.read(new URL(url!, 'http://x').pathname) };
    let text = '';
    for await (const chunk of request) text += String(chunk);
    if (url === '/api/v1/files') return { status: 201, body: {} };
    const as = this.tokens[Number(headers.authorization!.replace('Bearer ', ''))]!;
    const ifMatch = headers['if-match'] === undefined ? undefined : Number(JSON.parse(headers['if-match']));
    try {
      const step = { as, body: JSON.parse(text) as object, key: String(headers['idempotency-key']) };
      const { id, revision } = this.memory.take(step, url!, ifMatch);
      const created = /projects$|plans$|units$|bulletins$|raise-blocker$|assign-task$/.test(url!);
      return { status: created ? 201 : 200, body: { id, revision, position: '0' }, etag: `"${revision}"` };
    } catch (error) {
      return { status: 409, body: { detail: (error as Error).message } };
    }
  }

  private read(path: string): unknown {
    if (path.endsWith('/blockers')) return { items: this.openBlockers(), next: null };
    const reports = this.memory.projects.flatMap(({ state }) => state.reports[path.slice(-7)] ?? []);
    const reported = reports.filter(({ figures }) => figures !== null);
    const late = reported.filter((report) => report.late).length;
    const silent = reports.length - reported.length;
    return { byAuthority: { 'unit-bm-01': { owed: reports.length, reported: reported.length, late, silent } } };
  }

  private openBlockers() {
    return this.memory.projects.flatMap(({ state, events }) =>
      Object.entries(state.blockers)
        .filter(([, { status }]) => isOpen(status))
        .map(([id]) => ({
          id,
          levels: (events as unknown as ProjectEvent[]).flatMap(({ type, data }) =>
            type === 'BlockerEscalated' && data.blocker === id ? [{ level: data.to, cause: data.cause }] : [],
          ),
        })),
    );
  }
}

const { year, moments } = exampleYear(exampleDistrict());
const until = (instant: string): YearScript => ({ year, moments: moments.filter(({ at }) => at < instant) });

// Thousands of requests take their time while other specs hold the processors.
jest.setTimeout(60_000);

describe('the player', () => {
  it('plays through HTTP what the script says, and prints a line for each month', async () => {
    const api = new ApiInMemory();
    const script = until('2022-05-14T16:00:00.000Z');
    const { commands, months } = await api.play(script);
    expect(commands).toBe(script.moments.flatMap(({ groups }) => groups.flat()).length);
    expect(months).toMatchObject([{ month: '2022-04', owed: 328 }]);
    const climbed = api.memory.projects.flatMap(({ events }) =>
      events.filter(({ type }) => type === 'BlockerEscalated'),
    );
    const read = months.reduce((sum, { timedOut, handedUp }) => sum + timedOut + handedUp, 0);
    expect([read, read > 0]).toEqual([climbed.length, true]);
    expect(months[0]!.late).toBeGreaterThan(0);
    expect(months[0]!.reported + months[0]!.missed).toBe(328);
    expect(api.lines[0]).toMatch(/^2022-04 {2}应报 328，已报 3\d\d（迟报 \d+），未报 \d+/);
    expect(api.lines).toHaveLength(2);
  });

  it('asks for one token for each person', async () => {
    const api = new ApiInMemory();
    await api.play(until('2022-04-20T00:00:00.000Z'));
    expect(new Set(api.tokens.map((as) => JSON.stringify(as))).size).toBe(api.tokens.length);
  });

  it('stops at an unexpected answer and says which step met which problem', async () => {
    const [first] = until('2022-03-29T00:00:00.000Z').moments;
    const twice: YearScript = {
      year,
      moments: [{ ...first!, groups: [[...first!.groups[0]!, ...first!.groups[0]!]] }],
    };
    await expect(new ApiInMemory().play(twice)).rejects.toThrow(/2022-03-28: demo:2022-03-28:projects:p001: 409/);
  });
});
