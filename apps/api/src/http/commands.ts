import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { bodyHashOf, derivedId, type Envelope } from '#libs/event-sourcing';
import { type Runtime, RUNTIME, Send } from '#libs/platform';
import { withFiles } from './attached-files.js';
import type { IdentifiedRequest } from './identity.guard.js';
import { EdgeProblem } from './problems.js';

/** What every command answers. */
export interface CommandAnswer {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
}

interface Target {
  readonly stream: string;
  /** The thing that the command is about, or that it brings into being. */
  readonly id: string;
  readonly command: { readonly type: string };
  /** Where a thing that came into being can be found. */
  readonly location?: string;
}

/** Turns a checked request into one envelope and its outcome into the answer. */
@Injectable()
export class Commands {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async send(request: IdentifiedRequest, reply: FastifyReply, target: Target): Promise<CommandAnswer> {
    const commandId = commandIdOf(request);
    const envelope: Envelope = {
      stream: target.stream,
      // Plain data as the log will hold it: no classes, nothing undefined.
      command: await withFiles(JSON.parse(JSON.stringify(target.command)) as Target['command'], this.runtime.files),
      actor: request.actor,
      commandId,
      bodyHash: bodyHashOf(request.body),
      correlationId: commandId,
      ...expectedRevisionOf(request),
    };
    const { revision, position } = await this.bus.execute(new Send(envelope));
    void reply.header('etag', `"${revision}"`).status(target.location === undefined ? 200 : 201);
    if (target.location !== undefined) void reply.header('location', target.location);
    return { id: target.id, revision, position: String(position) };
  }
}

/** The same person, door and key give the same command, and with it the same ids of all that it creates. */
export function commandIdOf(request: IdentifiedRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) throw new EdgeProblem('IDEMPOTENCY_KEY_MISSING');
  return derivedId(request.actor.id, request.method, request.url.split('?')[0]!, key);
}

/** Answers 428 where the caller would overwrite what they have not shown to have seen. */
export function requireIfMatch(request: IdentifiedRequest): void {
  if (request.headers['if-match'] === undefined) throw new EdgeProblem('IF_MATCH_REQUIRED');
}

/** A command without fields takes an empty body or none. */
export function requireNoFields({ body }: IdentifiedRequest): void {
  const errors = Object.keys(body ?? {}).map((field) => ({
    pointer: `/${field}`,
    detail: `${field} should not exist`,
  }));
  if (errors.length > 0) throw new EdgeProblem('INVALID_BODY', errors);
}

function expectedRevisionOf(request: IdentifiedRequest): { expectedRevision?: number } {
  const header = request.headers['if-match'];
  if (header === undefined) return {};
  const revision = /^"(\d{1,15})"$/.exec(header);
  if (!revision) throw new EdgeProblem('IF_MATCH_INVALID');
  return { expectedRevision: Number(revision[1]) };
}
