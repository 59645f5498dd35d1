const WIDTH = 30;
const MILLISECONDS = 100;

/** Draws a bar on a terminal and does nothing elsewhere. */
export function progressOn(out: NodeJS.WriteStream): (done: number, total: number) => void {
  if (!out.isTTY) return () => undefined;
  let drawnAt = 0;
  return (done, total) => {
    const isLast = done >= total;
    if (!isLast && performance.now() - drawnAt < MILLISECONDS) return;
    drawnAt = performance.now();
    const filled = total === 0 ? WIDTH : Math.round((WIDTH * done) / total);
    out.write(`\r[${'='.repeat(filled).padEnd(WIDTH)}] ${done}/${total}${isLast ? '\n' : ''}`);
  };
}
