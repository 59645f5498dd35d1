import { execFile } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Ended {
  /** Null if it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const ended = (program: string, args: readonly string[], env: NodeJS.ProcessEnv, kill?: number): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
    if (kill !== undefined) setTimeout(() => child.kill('SIGKILL'), kill);
  });

/** A command of ours on the data folder of a world, killed after so many milliseconds if they are given. */
export const taizhang = (
  data: string,
  args: readonly string[],
  kill?: number,
  more: NodeJS.ProcessEnv = {},
): Promise<Ended> => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TAIZHANG_DATA: data, MONGODB_DB: 'acceptance' };
  return ended(join(process.cwd(), 'dist/apps/cli/src/main.js'), args, { ...env, ...more }, kill);
};

/** The verifier as an auditor has it: its own files in a folder of their own. */
export const verifier = (folder: string, args: readonly string[]): Promise<Ended> => {
  mkdirSync(folder, { recursive: true });
  cpSync('dist/libs/verifier/src', folder, { recursive: true });
  cpSync('libs/verifier/package.json', join(folder, 'package.json'));
  return ended(join(folder, 'main.js'), args, {});
};
