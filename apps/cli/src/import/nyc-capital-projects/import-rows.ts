import type { ProjectCommand } from '#libs/domain';
import { BEFORE_ALL, type Envelope, type Outcome, type Position, Refusal } from '#libs/event-sourcing';
import { inParallel } from '../in-parallel.js';
import { patiently } from '../patiently.js';
import type { Row } from './columns.js';
import { commandsOf, registrationOf } from './commands.js';
import { byProject, inOrderOfDate } from './projects.js';
import { type Problem, readRows } from './read-rows.js';
import type { Wart } from './wart.js';
import { countsOf, wartsOf } from './warts.js';

/** The way in: the same door that HTTP knocks at. */
export interface Door {
  /** Throws `Refusal`; any other error leaves the outcome unknown. */
  send(envelope: Envelope): Promise<Outcome>;
  /** Revision of a stream's last event, -1 if there is none. */
  revisionOf(stream: string): Promise<number>;
}

export interface ImportOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** How long a command is tried again while the server does not answer. */
  readonly patienceMilliseconds?: number;
}

/** A command that the rules refused. */
export interface Refused {
  readonly line: number;
  readonly pid: string;
  readonly on: string;
  readonly text: string;
}

export interface ImportSummary {
  readonly rows: number;
  readonly projects: number;
  readonly commands: number;
  readonly newEvents: number;
  /** Of the last event that a command led to: what reads after it sees the whole import. */
  readonly position: Position;
  readonly problems: readonly Problem[];
  readonly refused: readonly Refused[];
  readonly wartsByKind: Readonly<Record<string, number>>;
  readonly warts: readonly Wart[];
}

const PROJECTS_AT_ONCE = 16;
const PATIENCE = 60_000;

/** Sends every row of a file as commands; throws `FileRefused`, or what the server last said when patience ends. */
export async function importRows(file: string, door: Door, options: ImportOptions = {}): Promise<ImportSummary> {
  const { rows, problems } = await readRows(file);
  const projects = byProject(rows).map(stepsOf);
  const total = projects.reduce((sum, steps) => sum + steps.length, 0);
  const course: Course = { commands: 0, newEvents: 0, position: BEFORE_ALL, refused: [] };
  const patience = options.patienceMilliseconds ?? PATIENCE;

  await inParallel(PROJECTS_AT_ONCE, projects, async (steps, stopped) => {
    const ask = <T>(what: () => Promise<T>) => patiently(patience, what);
    const stream = steps[0]!.envelope.stream;
    const before = await ask(() => door.revisionOf(stream));
    for (const step of steps) {
      if (stopped()) return;
      const taken = await take(step, course, () => ask(() => door.send(step.envelope)));
      course.commands++;
      options.onProgress?.(course.commands, total);
      if (!taken && step.envelope.command.type === 'RegisterProject') break;
    }
    const after = await ask(() => door.revisionOf(stream));
    course.newEvents += after - before;
  });

  const warts = wartsOf(rows);
  return {
    rows: rows.length,
    projects: projects.length,
    ...course,
    refused: course.refused.sort((a, b) => a.line - b.line),
    problems,
    wartsByKind: countsOf(warts),
    warts,
  };
}

interface Course {
  commands: number;
  newEvents: number;
  position: Position;
  refused: Refused[];
}

interface Step {
  readonly row: Row;
  readonly envelope: Envelope<ProjectCommand>;
}

/** The commands of one project in order of the file, behind its registration from the earliest row. */
function stepsOf(rows: readonly Row[]): Step[] {
  const earliest = inOrderOfDate(rows)[0]!;
  return [
    { row: earliest, envelope: registrationOf(earliest) },
    ...rows.flatMap((row) => commandsOf(row).map((envelope) => ({ row, envelope }))),
  ];
}

/** Whether the command was done; what the rules refuse is noted, and the rest goes on. */
async function take({ row, envelope }: Step, course: Course, send: () => Promise<Outcome>): Promise<boolean> {
  try {
    const { position } = await send();
    course.position = Math.max(course.position, position);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A later file may begin earlier: the project is known then, and its rows say what is new.
    if (error.code === 'PROJECT_EXISTS') return true;
    const { type } = envelope.command;
    const lost = type === 'RegisterProject' ? '; no row of this project was taken' : '';
    const { line, pid, on } = row;
    course.refused.push({ line, pid, on, text: `${type} refused: ${error.message}${lost}` });
    return false;
  }
}
