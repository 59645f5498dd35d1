import { BEFORE_ALL, type Envelope, type Position, Refusal } from '#libs/event-sourcing';
import { grouped } from '../grouped.js';
import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { ReadRows } from '../rows/read-sheets.js';
import { type Directed, envelopeOf, type Source } from './envelope.js';
import type { ImportRequest } from './request.js';
import { type ImportKind, NothingImported, type Prepared, RowRefused } from './kind.js';
import { toldRefusal } from './refusal-text.js';

/** How many projects are worked on at once. */
const AT_ONCE = 128;

/** Rows on their way through the door. */
export class Course<Row extends { readonly place: Place }> {
  imported = 0;
  unchanged = 0;
  events = 0;
  position: Position = BEFORE_ALL;
  notes: string[] = [];
  readonly problems: Problem[];
  private done = 0;

  constructor(
    private readonly read: ReadRows<Row>,
    private readonly source: Source,
    private readonly request: ImportRequest,
  ) {
    this.problems = [...read.problems, ...read.wrongSums];
  }

  /** Why nothing was taken, or null. */
  async run(kind: ImportKind<Row>, hash: string): Promise<string | null> {
    const { door, register, today, given } = this.request;
    if (this.read.wrongSums.length > 0) return '合计与各行之和不符，不知哪一行有误，未导入任何行';
    try {
      const prepared = await kind.prepare(this.read, { hash, door, register, today, given });
      await this.takeAll(prepared);
      this.notes = prepared.notes();
      return null;
    } catch (error) {
      if (error instanceof NothingImported) return error.message;
      if (error instanceof Refusal) return toldRefusal(error).text;
      throw error;
    }
  }

  private async takeAll(prepared: Prepared<Row>): Promise<void> {
    const { door } = this.request;
    for (const directed of prepared.before) {
      const { position } = await door.handleTogether([envelopeOf(this.source, null, directed)]);
      this.position = Math.max(this.position, position);
      this.events++;
    }
    const named: { row: Row; project: string }[] = [];
    for (let at = 0; at < this.read.rows.length; at += AT_ONCE) {
      const rows = this.read.rows.slice(at, at + AT_ONCE);
      const projects = await Promise.all(rows.map((row) => this.projectOf(row, prepared)));
      rows.forEach((row, index) => projects[index] !== undefined && named.push({ row, project: projects[index] }));
    }
    const groups = [...grouped(named, ({ project }) => project)];
    for (let at = 0; at < groups.length; at += AT_ONCE) {
      const late: Late<Row>[] = [];
      const together = groups.slice(at, at + AT_ONCE);
      await Promise.all(
        together.map(async ([project, named]) => {
          for (const { row } of named) await this.take(row, await prepared.commandsOf(row, project), late);
        }),
      );
      await this.takeLate(late);
    }
  }

  private async projectOf(row: Row, prepared: Prepared<Row>): Promise<string | undefined> {
    try {
      return await prepared.projectOf(row);
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      this.refuse(row, error.column, error.message);
      return undefined;
    }
  }

  /** Nothing of a row is sent before all of it was rehearsed. */
  private async take(row: Row, commands: readonly Directed[], late: Late<Row>[]): Promise<void> {
    const envelopes = commands.map((command) => envelopeOf(this.source, row.place, command));
    const events = await this.refusing(row, () => this.request.door.rehearse(envelopes));
    if (events === undefined) return;
    if (events === 0) return this.count('unchanged');
    const isLate = ({ stream }: Envelope) => stream.startsWith('plan-');
    for (const run of runsOf(envelopes.filter((envelope) => !isLate(envelope))))
      if ((await this.send(row, run)) === undefined) return;
    const rest = envelopes.filter(isLate);
    this.events += events;
    if (rest.length > 0) late.push({ row, envelopes: rest });
    else this.count('imported');
  }

  /** What many rows say of one stream, such as their lines in the plan, goes there in one piece. */
  private async takeLate(late: readonly Late<Row>[]): Promise<void> {
    const each = late.flatMap(({ row, envelopes }) => envelopes.map((envelope) => ({ row, envelope })));
    for (const [stream, sent] of grouped(each, ({ envelope }) => envelope.stream)) {
      const isDone = await this.send(
        sent[0]!.row,
        sent.map(({ envelope }) => envelope),
      );
      if (isDone !== undefined) for (const _ of sent) this.count('imported');
      // Somebody else changed the stream since it was rehearsed; the rows can be imported again.
      else for (const { row } of sent.slice(1)) this.refuse(row, null, '未能列入年度计划，请重新导入');
      // Read once, or each of the rows that are rehearsed next at once would fold what these left.
      await this.request.door.stateOf(stream);
    }
  }

  private async send(row: Row, envelopes: readonly Envelope[]): Promise<true | undefined> {
    const [first, ...others] = envelopes;
    return this.refusing(row, async () => {
      const { position } = await this.request.door.handleTogether([first!, ...others]);
      this.position = Math.max(this.position, position);
      return true as const;
    });
  }

  /** What came of it; undefined where the rules refuse, which is then told at the row. */
  private async refusing<T>(row: Row, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { column, text } = toldRefusal(error);
      this.refuse(row, column, text);
      return undefined;
    }
  }

  private refuse({ place }: Row, column: string | null, text: string): void {
    const sheet = this.read.sheets.find(({ name }) => name === place.sheet);
    this.problems.push({ ...place, column: (column && sheet?.columns.get(column)) ?? null, text });
    this.progress();
  }

  private count(outcome: 'imported' | 'unchanged'): void {
    this[outcome]++;
    this.progress();
  }

  private progress(): void {
    this.request.onProgress?.(++this.done, this.read.rows.length);
  }
}

/** Commands that follow each other on one stream go there as one. */
function runsOf(envelopes: readonly Envelope[]): Envelope[][] {
  const runs: Envelope[][] = [];
  for (const envelope of envelopes)
    if (runs.at(-1)?.[0]!.stream === envelope.stream) runs.at(-1)!.push(envelope);
    else runs.push([envelope]);
  return runs;
}

interface Late<Row> {
  readonly row: Row;
  readonly envelopes: readonly Envelope[];
}
