import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type DomainEvent, type Position, type Recorded } from '#libs/event-sourcing';
import { type PolicyAdopted, policyStream, type ProjectEvent, projectStream, proofOfOrder, refuse } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { blockerById } from '#libs/read-models';
import { AfterQuery, Questions } from '../http/questions.js';
import { ShowsHistory } from '../reads/read-log.js';

/** Whether a blocker climbed in order, counted anew from the log. */
@ApiTags('blockers')
@ApiBearerAuth()
@Controller('api/v1/blockers/:blocker/proof')
export class BlockerProof {
  constructor(
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  @ShowsHistory()
  async proof(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('blocker') id: string,
    @Query() query: AfterQuery,
  ) {
    const found = await this.questions.ask(reply, query, (documents) => blockerById(documents, id));
    if (!found) throw refuse('UNKNOWN_BLOCKER', { id });
    // The views only say in which project it is: all that is proven comes from the log, up to where it ends now.
    const upTo = await this.runtime.store.end();
    const read = <E extends DomainEvent>(stream: string) => this.read<E>(stream, upTo);
    const events = await read<ProjectEvent>(projectStream(found.project));
    const adoptions = await Promise.all(
      (['escalation', 'calendar'] as const).map((name) => read<PolicyAdopted>(policyStream(name))),
    );
    void reply.header('taizhang-position', String(upTo));
    return { project: found.project, ...proofOfOrder(id, events, adoptions.flat()) };
  }

  private async read<E extends DomainEvent>(stream: string, upTo: Position): Promise<Recorded<E>[]> {
    const events: Recorded<E>[] = [];
    for await (const event of this.runtime.store.read(stream))
      if (event.position <= upTo) events.push(event as Recorded<E>);
    return events;
  }
}
