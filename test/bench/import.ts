import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { MongoClient } from 'mongodb';
import { startServers } from '#libs/embedded/servers';
import { readCheckpoint } from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';
import { nycCsv, nycRows } from '../fixtures/nyc-capital-projects.js';
import { compiled, environmentOf, freePort, Program } from '../programs.js';
import { optionOf } from '../run-named.js';
import { figure } from './report.js';

const BENCH = 'import';
const COMMANDS_AIM = 300;
const MEMORY_AIM = 300;
const START_MILLISECONDS = 60_000;

/** What the import answers as JSON, as far as it is measured. */
interface Imported {
  readonly commands: number;
  readonly newEvents: number;
  readonly position: number;
  readonly seconds: number;
}

/** A city's histories by the CLI, with API, projector and worker as processes of their own that are asked meanwhile. */
export async function benchImport(args: string[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  const servers = await startServers({ data: join(folder, 'servers'), given: {} });
  const programs: Program[] = [];
  const mongo = new MongoClient(servers.mongoUri);
  try {
    const file = optionOf(args, '--file') ?? generated(join(folder, 'rows.csv'));
    const { jwks, issuer, token } = await issuerIn(folder);
    const port = String(await freePort());
    const environment = environmentOf(servers, { TAIZHANG_JWKS: jwks, TAIZHANG_ISSUER: issuer });
    const logs = join(folder, 'programs');
    mkdirSync(logs);
    for (const name of ['api', 'projector', 'worker']) {
      const own = name === 'api' ? { ...environment, PORT: port } : environment;
      const main = compiled(`apps/${name}/src/main.js`);
      const program = new Program(name, [main], own, join(logs, `${name}.log`));
      programs.push(program);
      program.start();
    }
    const ask = askerAt(`http://127.0.0.1:${port}`, token);
    const db = mongo.db('taizhang');
    await untilReady(async () => (await ask.ready()) && (await readCheckpoint(db, PROJECTION)) !== null);

    const began = performance.now();
    const importing = importBy(environmentOf(servers), file).finally(ask.ended);
    const [imported] = await Promise.all([importing, ask.whileImporting()]);
    while (((await readCheckpoint(db, PROJECTION))?.position ?? -1) < imported.position) await pause(10);
    const followed = (performance.now() - began) / 1_000;

    const rate = imported.commands / imported.seconds;
    process.stderr.write(`${BENCH}: ${imported.commands} commands, ${imported.newEvents} new events, ${file}\n`);
    figure(BENCH, 'commands', rate, '1/s', `${COMMANDS_AIM}`);
    figure(
      BENCH,
      'commands, from the start of the CLI until every view shows them',
      imported.commands / followed,
      '1/s',
    );
    figure(BENCH, 'answers of the api meanwhile', ask.answers() / followed, '1/s');
    const peaks = programs.map((program) => ({ program, peak: program.peakMemory() }));
    for (const { program, peak } of peaks)
      figure(BENCH, `peak memory of ${program.name}`, peak, 'MiB', `below ${MEMORY_AIM}`);
    const restarted = programs.filter(({ starts }) => starts > 1);
    for (const program of restarted) process.stderr.write(`${program.lastLines()}\n`);
    return restarted.length === 0 && rate >= COMMANDS_AIM && peaks.every(({ peak }) => peak < MEMORY_AIM);
  } catch (error) {
    for (const program of programs) process.stderr.write(`${program.lastLines()}\n`);
    throw error;
  } finally {
    await mongo.close();
    await Promise.all(programs.map((program) => program.stop()));
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function generated(file: string): string {
  writeFileSync(file, nycCsv(nycRows({ seed: 1, projects: 378, dates: 15 })));
  return file;
}

/** An issuer as a district has one: a key set in a file, and a token of its office. */
async function issuerIn(folder: string) {
  const issuer = 'urn:taizhang:bench';
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwks = join(folder, 'keys.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'EdDSA' }] }));
  const token = await new SignJWT({ role: 'LG_OFFICE' })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'bench' })
    .setIssuer(issuer)
    .setAudience('taizhang')
    .setSubject('bench')
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(privateKey);
  return { jwks, issuer, token };
}

/** Somebody who looks at the lists while the import goes on, so that the API is not idle when it is weighed. */
function askerAt(base: string, token: string) {
  let answers = 0;
  let importing = true;
  const get = (path: string) => fetch(`${base}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return {
    answers: () => answers,
    ready: async () => (await get('/health/ready')).ok,
    ended: () => void (importing = false),
    async whileImporting() {
      while (importing) {
        const answer = await get('/api/v1/deadlines');
        await answer.text();
        if (!answer.ok) throw new Error(`the api answers ${answer.status}`);
        answers++;
        await pause(50);
      }
    },
  };
}

async function untilReady(ready: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + START_MILLISECONDS;
  while (!(await ready().catch(() => false))) {
    if (performance.now() > until) throw new Error('the programs did not become ready');
    await pause(100);
  }
}

/** The import as users run it. */
async function importBy(environment: NodeJS.ProcessEnv, file: string): Promise<Imported> {
  const main = compiled('apps/cli/src/main.js');
  const child = spawn(process.execPath, [main, 'import', 'nyc-capital-projects', file, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  const text = Buffer.concat(said).toString();
  if (text === '') throw new Error(`the import ended with ${child.exitCode}`);
  return JSON.parse(text) as Imported;
}
