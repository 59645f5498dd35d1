import { spawn } from 'node:child_process';
import { markOf, writeMark } from './mark.js';

/**
 * Runs a foreign server: `node guard.js MARK-FILE GRACE-MS COMMAND ARG…`.
 * The launcher holds our stdin open; however it ends, the pipe ends with it, and we stop the server.
 */
const [markFile, grace, command, ...args] = process.argv.slice(2) as [string, string, string, ...string[]];

const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
server.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  process.exit(127);
});
server.on('exit', (code, signal) => {
  if (signal) console.error(`${command} was ended by ${signal}`);
  process.exit(code ?? 1);
});

// Written by us, not by the launcher: were both killed, the next start must know whom to end.
if (server.pid) {
  try {
    const mark = markOf(server.pid);
    if (mark) writeMark(markFile, mark);
  } catch (error) {
    console.error(`${markFile} could not be written: ${String(error)}`);
    server.kill('SIGKILL');
  }
}

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), Number(grace)).unref();
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();
