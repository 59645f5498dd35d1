import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The store cannot start; the message is one sentence for the person who started it. */
export class RefusesToStart extends Error {}

export const damagedAt = (segment: string, offset: number) =>
  new RefusesToStart(`Segment ${segment} is damaged at offset ${offset}.`);

/**
 * Claims a data folder for this process and returns how to give it up. On Linux the claim is an abstract socket
 * named after the folder's inode, which the kernel frees even after kill -9; elsewhere it is a file with the process id.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  return process.platform === 'linux' ? lockBySocket(folder) : lockByFile(folder);
}

async function lockBySocket(folder: string): Promise<() => void> {
  const { dev, ino } = statSync(folder, { bigint: true });
  const socket = createServer((connection) => connection.destroy());
  await new Promise<void>((resolve, reject) => {
    socket.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? inUse(folder) : new RefusesToStart(`Cannot lock ${folder}: ${error.message}.`),
      ),
    );
    socket.listen(`\0taizhang-event-store-${dev}-${ino}`, resolve);
  });
  socket.unref();
  return () => socket.close();
}

function lockByFile(folder: string): () => void {
  const path = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => unlinkSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || isAlive(Number(readFileSync(path, 'utf8'))))
        throw inUse(folder);
      unlinkSync(path);
    }
  }
  throw inUse(folder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const inUse = (folder: string) => new RefusesToStart(`Another event store process is using ${folder}.`);
