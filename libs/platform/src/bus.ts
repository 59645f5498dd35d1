import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import {
  type Documents,
  type Envelope,
  type Outcome,
  atOnePosition,
  knownAt,
  knownBy,
  loggedUpTo,
  type Position,
  type Prefix,
} from '#libs/event-sourcing';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { awaitPosition } from './await-position.js';
import type { Runtime } from './runtime.js';

/** Token under which a process hands its runtime to the framework. */
export const RUNTIME = Symbol('runtime');

/** One command on its way to one stream. */
export class Send extends Command<Outcome> {
  constructor(readonly envelope: Envelope) {
    super();
  }
}

@CommandHandler(Send)
export class SendHandler implements ICommandHandler<Send> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  execute({ envelope }: Send): Promise<Outcome> {
    return this.runtime.door.handle(envelope);
  }
}

/** The moment at which a question is asked of the views. */
export interface Moment {
  /** The views must have reached this position. */
  readonly after?: Position;
  /** What was known at this instant. */
  readonly knownAt?: string;
  /** What the log led to up to this position. */
  readonly loggedUpTo?: Position;
}

/** An answer and the position at which it stands. */
export interface Answer<T> {
  readonly position: Position;
  /** Events that it lacks, because documents could not follow them. */
  readonly waiting: number;
  readonly result: T;
}

/** A question to the views; `answer` sees them all at one position. */
export class Ask<T> extends Query<Answer<T>> {
  constructor(
    readonly moment: Moment,
    readonly answer: (documents: Documents) => Promise<T>,
  ) {
    super();
  }
}

@QueryHandler(Ask)
export class AskHandler<T> implements IQueryHandler<Ask<T>> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  execute({ moment, answer }: Ask<T>): Promise<Answer<T>> {
    return ask(this.runtime, moment, answer);
  }
}

/** Asks the views as they stand, or as the moment's part of the log makes them. */
export async function ask<T>(
  { db, store }: Pick<Runtime, 'db' | 'store'>,
  moment: Moment,
  answer: (documents: Documents) => Promise<T>,
): Promise<Answer<T>> {
  if (moment.after !== undefined) await awaitPosition(db, moment.after);
  const prefix = prefixOf(moment);
  if (!prefix) return atOnePosition(db, PROJECTION, answer);
  return knownAt({ db, store, projection: PROJECTION, views: VIEWS }, prefix, answer);
}

function prefixOf(moment: Moment): Prefix | undefined {
  if (moment.loggedUpTo !== undefined) return loggedUpTo(moment.loggedUpTo);
  return moment.knownAt === undefined ? undefined : knownBy(moment.knownAt);
}
