import { Body, Controller, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { derivedId } from '#libs/event-sourcing';
import { type CommandAnswer, commandIdOf, Commands, requireIfMatch, requireNoFields } from './commands.js';
import type { IdentifiedRequest } from './identity.guard.js';

/** How one command is reached: `POST`, the resource's path, the command's name. */
export interface CommandRoute<C> {
  /** Below the resource; `:name` becomes the command's field of that name. */
  readonly path: string;
  /** The command's other fields; without it the command takes none. */
  readonly body?: new () => Partial<Omit<C, 'type'>>;
  /** The caller overwrites what they must show to have seen. */
  readonly ifMatch?: true;
  /**
   * Where what comes into being is found, with `{id}` for its id and `{in}` for the resource that it is part of, and the
   * name from which the rule derives its id, if it does.
   */
  readonly creates?: { readonly at: string; readonly name?: string };
}

/** A route for each command; types fail while one is missing. */
export type CommandRoutes<C extends { readonly type: string }> = {
  readonly [T in C['type']]: CommandRoute<Extract<C, { readonly type: T }>>;
};

/** A body is its command without the type, so that shape and rule cannot drift apart. */
export type BodyOf<C extends { readonly type: string }, Type extends C['type']> = Omit<
  Extract<C, { readonly type: Type }>,
  'type'
>;

/** What commands are sent to: `key` is the field of path or body that names its stream. */
interface Resource {
  readonly path: string;
  readonly tag: string;
  readonly key: string;
  /** Throws NOT_FOUND for a name that no stream of this kind can have. */
  readonly stream: (key: string) => string;
}

/** A controller that has a handler for each route of a table. */
export function commandController<C extends { readonly type: string }>(
  resource: Resource,
  routes: CommandRoutes<C>,
): Type {
  @ApiTags(resource.tag)
  @ApiBearerAuth()
  @Controller(`api/v1/${resource.path}`)
  class CommandController {
    constructor(readonly commands: Commands) {}
  }
  for (const [type, route] of Object.entries(routes) as [string, CommandRoute<C>][])
    addHandler(CommandController.prototype, type, route, resource);
  return CommandController;
}

function addHandler<C>(prototype: object, type: string, route: CommandRoute<C>, resource: Resource): void {
  const descriptor = {
    value(this: { commands: Commands }, request: IdentifiedRequest, reply: FastifyReply, body: object = {}) {
      return handle(this.commands, request, reply, { ...body }, type, route, resource);
    },
  };
  Object.defineProperty(prototype, type, descriptor);
  Post(route.path)(prototype, type, descriptor);
  ApiOperation({ operationId: type })(prototype, type, descriptor);
  Req()(prototype, type, 0);
  Res({ passthrough: true })(prototype, type, 1);
  if (route.body) {
    Body()(prototype, type, 2);
    ApiBody({ type: route.body })(prototype, type, descriptor);
  }
  Reflect.defineMetadata('design:paramtypes', [Object, Object, ...(route.body ? [route.body] : [])], prototype, type);
  for (const [, name] of route.path.matchAll(/:(\w+)/g)) ApiParam({ name: name! })(prototype, type, descriptor);
}

function handle<C>(
  commands: Commands,
  request: IdentifiedRequest,
  reply: FastifyReply,
  body: Record<string, unknown>,
  type: string,
  { body: shape, ifMatch, creates }: CommandRoute<C>,
  { key, stream }: Resource,
): Promise<CommandAnswer> {
  if (ifMatch) requireIfMatch(request);
  if (!shape) requireNoFields(request);
  const params = request.params as Record<string, string>;
  const created = creates?.name && derivedId(commandIdOf(request), creates.name);
  const { [key]: named = created, ...fields } = { ...body, ...params };
  // The innermost thing that the path names, such as a blocker, is what the command is about.
  const id = created ?? Object.values(params).at(-1) ?? String(named);
  return commands.send(request, reply, {
    stream: stream(String(named)),
    id,
    command: { type, ...fields },
    ...(creates && { location: creates.at.replace('{id}', id).replace('{in}', String(named)) }),
  });
}
