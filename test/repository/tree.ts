import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const repository = join(import.meta.dirname, '../..');

/** A tree apart with our configuration and these files, so that a planted offence never touches the real one. */
export async function plant(configuration: string[], files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'taizhang-tree-'));
  for (const file of configuration) await cp(join(repository, file), join(root, file));
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

/** Takes the link to node_modules away, not what it points to. */
export const uproot = (root: string) => rm(root, { recursive: true, force: true });

/** Runs one of our tools in that tree and says what it said. */
export function run(root: string, bin: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join('node_modules', bin), ...args],
      { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
      (error, stdout, stderr) => resolve({ code: error ? (child.exitCode ?? 1) : 0, output: stdout + stderr }),
    );
  });
}
