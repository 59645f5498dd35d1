import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type AdoptPolicy, DEFAULT_POLICIES, type PolicyName, policyStream } from '#libs/domain';
import { policiesOn, policyByName } from '#libs/read-models';
import { Commands } from '../http/commands.js';
import { Day, Nested, Text } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { EdgeProblem } from '../http/problems.js';
import { AsOfQuery, Questions } from '../http/questions.js';

export class RuleSourceBody {
  @Text(300) document: string;
  @Text(300) clause: string;
}

export class AdoptPolicyBody {
  @Day() effectiveFrom: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject() rules: AdoptPolicy['rules'];
  @Nested(() => RuleSourceBody) source: RuleSourceBody;
}

/** Rules are data: a new version takes effect on a later day, with the document that it comes from. */
@ApiTags('policies')
@ApiBearerAuth()
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(
    private readonly commands: Commands,
    private readonly questions: Questions,
  ) {}

  /** Every rule set with its versions and where they come from; `asOf` says which one is in force. */
  @Get()
  policies(@Res({ passthrough: true }) reply: FastifyReply, @Query() query: AsOfQuery) {
    return this.questions.ask(reply, query, (documents) => policiesOn(documents, query.asOf));
  }

  @Get(':policy')
  async policy(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('policy') name: string,
    @Query() query: AsOfQuery,
  ) {
    const policy = await this.questions.ask(reply, query, (documents) => policyByName(documents, name, query.asOf));
    if (!policy) throw new EdgeProblem('NOT_FOUND');
    return policy;
  }

  @Post(':policy/adopt')
  @ApiOperation({ operationId: 'AdoptPolicy' })
  adopt(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('policy') name: string,
    @Body() body: AdoptPolicyBody,
  ) {
    if (!Object.hasOwn(DEFAULT_POLICIES, name)) throw new EdgeProblem('NOT_FOUND');
    const policy = name as PolicyName;
    const command: AdoptPolicy = { type: 'AdoptPolicy', policy, ...body };
    return this.commands.send(request, reply, { stream: policyStream(policy), id: policy, command });
  }
}
