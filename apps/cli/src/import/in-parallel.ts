/**
 * Works on the items in their order, at most so many at once. After a first failure no item is begun and those under
 * way are told by `stopped`; it is thrown when all have ended, so that nothing goes on behind the caller's back.
 */
export async function inParallel<T>(
  atOnce: number,
  items: readonly T[],
  work: (item: T, stopped: () => boolean) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const stopped = (): boolean => failures.length > 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !stopped())
      await work(items[next++]!, stopped).catch((error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}
