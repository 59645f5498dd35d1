import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#libs/event-sourcing';
import { mayRead, refuse } from '#libs/domain';
import { TokenRefused, type TokenVerifier } from '#libs/platform';
import { EdgeProblem } from './problems.js';

export const VERIFIER = Symbol('token verifier');
const PUBLIC = 'public';

/** Answers without a token: liveness, metrics and the description of the interface. */
export const Public = () => SetMetadata(PUBLIC, true);

const EVERYBODY = 'everybody';

/** Answers whoever has a token, also those who may not ask the views: it picks itself what each of them may see. */
export const Everybody = () => SetMetadata(EVERYBODY, true);

export interface IdentifiedRequest extends FastifyRequest {
  actor: Actor;
}

/** Every request is somebody's; role and unit come from the token and from nowhere else. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(VERIFIER) private readonly verifier: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    // By the route that was matched: the address as it was sent can spell the same route in other ways.
    if (!request.routeOptions.url?.startsWith('/api/v1/')) return true;
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new EdgeProblem('TOKEN_MISSING');
    try {
      request.actor = await this.verifier.verify(token);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      throw new EdgeProblem('TOKEN_INVALID', [{ pointer: '', detail: error.message }]);
    }
    const everybody = this.reflector.getAllAndOverride<boolean>(EVERYBODY, [context.getHandler(), context.getClass()]);
    if (request.method !== 'POST' && !everybody && !mayRead(request.actor.role))
      throw refuse('ROLE_MAY_NOT', { role: request.actor.role });
    return true;
  }
}
