/** A write that is not on disk after this many milliseconds is answered as timed out; it may still happen. */
export const WRITE_TIMEOUT_MS = 2000;

export class WriteTimedOut extends Error {
  constructor() {
    super(`Operation timed out: the write took longer than ${WRITE_TIMEOUT_MS} ms.`);
  }
}

/** The write's outcome, or WriteTimedOut after at most that many milliseconds. */
export function withTimeout<T>(write: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new WriteTimedOut()), Math.min(milliseconds, WRITE_TIMEOUT_MS));
    write.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
