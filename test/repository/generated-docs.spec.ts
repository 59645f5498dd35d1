import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './tree.js';

function docs(folder: string, ...words: string[]): Promise<{ code: number; output: string }> {
  const program = join(repository, 'dist/test/repository/generated-docs.js');
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, '--folder', folder, ...words], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}

describe('the pages that are printed from the code', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taizhang-docs-'));
    await docs(folder);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('are found stale or missing by name, and only those', async () => {
    const events = await readFile(join(folder, 'events.md'), 'utf8');
    expect(events).toContain('### ReportAccepted');
    expect(await readFile(join(folder, 'errors.md'), 'utf8')).toMatch(/`UNKNOWN_PROJECT` *\| 404/);
    await writeFile(join(folder, 'events.md'), events.replace('### ReportAccepted', '### ReportApproved'));
    await rm(join(folder, 'errors.md'));
    const { code, output } = await docs(folder, '--check');
    expect(code).toBe(1);
    expect(output.match(/\w+\.md/g)).toEqual(['errors.md', 'events.md']);
  }, 120_000);
});
