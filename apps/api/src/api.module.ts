import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Feed, Leaves } from '#libs/feed';
import { BusModule, type Check, HealthModule, projectorAtWork, type Runtime, type TokenVerifier } from '#libs/platform';
import { ApprovalQueries } from './approvals/queries.js';
import { BlockerProof } from './blockers/proof.js';
import { BULLETIN_COMMANDS } from './bulletins/commands.js';
import { BulletinDrafts } from './bulletins/drafts.js';
import { BulletinQueries } from './bulletins/queries.js';
import { DirectoryController } from './directory/directory.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { SUBSCRIBER_COMMANDS } from './feed/commands.js';
import { FeedController } from './feed/feed.controller.js';
import { FilesController } from './files/files.controller.js';
import { WebhooksController } from './feed/webhooks.controller.js';
import { Commands } from './http/commands.js';
import { IdentityGuard, VERIFIER } from './http/identity.guard.js';
import { StartQueries } from './starts/queries.js';
import { Questions } from './http/questions.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportJobs } from './imports/jobs.js';
import { LightQueries } from './lights/queries.js';
import { FundingQueries } from './funding/queries.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { MEASURE_COMMANDS } from './measures/commands.js';
import { MeasureQueries } from './measures/queries.js';
import { GOVERNMENT_PLAN_COMMANDS } from './government-plans/commands.js';
import { GovernmentPlanQueries } from './government-plans/queries.js';
import { OUTLINE_COMMANDS } from './outline/commands.js';
import { OutlineQueries } from './outline/queries.js';
import { PLAN_COMMANDS } from './plans/commands.js';
import { PlanQueries } from './plans/queries.js';
import { PoliciesController } from './policies/policies.controller.js';
import { POOL_COMMANDS } from './pools/commands.js';
import { PoolQueries } from './pools/queries.js';
import { PROJECT_COMMANDS } from './projects/commands.js';
import { PROJECT_CODE_COMMANDS } from './projects/project-codes.js';
import { PreparationQueries } from './preparation/queries.js';
import { ContributionQueries } from './queries/contributions.queries.js';
import { DifferenceQueries } from './queries/differences.queries.js';
import { ProjectQueries } from './queries/projects.queries.js';
import { UnitQueries } from './queries/units.queries.js';
import { ViewQueries } from './queries/views.queries.js';
import { ReadLog } from './reads/read-log.js';
import { ReadsController } from './reads/reads.controller.js';
import { InboxQueries } from './inbox/queries.js';
import { TaskQueries } from './tasks/queries.js';
import { UNIT_COMMANDS } from './units/commands.js';
import { LEADING_GROUP_COMMANDS } from './units/leading-group.js';

/** Commands in, questions out. */
@Module({})
export class ApiModule {
  static with(runtime: Runtime, verifier: TokenVerifier, checks: Readonly<Record<string, Check>> = {}): DynamicModule {
    return {
      module: ApiModule,
      imports: [BusModule.with(runtime), HealthModule.with(runtime, { projector: projectorAtWork(), ...checks })],
      controllers: [
        ...PROJECT_COMMANDS,
        ...PROJECT_CODE_COMMANDS,
        ...PLAN_COMMANDS,
        ...OUTLINE_COMMANDS,
        ...GOVERNMENT_PLAN_COMMANDS,
        ...UNIT_COMMANDS,
        ...LEADING_GROUP_COMMANDS,
        ...POOL_COMMANDS,
        ...MEASURE_COMMANDS,
        ...BULLETIN_COMMANDS,
        ...SUBSCRIBER_COMMANDS,
        BulletinDrafts,
        DirectoryController,
        ExportsController,
        FeedController,
        WebhooksController,
        FilesController,
        LedgerController,
        PoliciesController,
        PlanQueries,
        OutlineQueries,
        GovernmentPlanQueries,
        ImportsController,
        ProjectQueries,
        DifferenceQueries,
        ContributionQueries,
        UnitQueries,
        ViewQueries,
        BlockerProof,
        TaskQueries,
        InboxQueries,
        ApprovalQueries,
        PreparationQueries,
        StartQueries,
        PoolQueries,
        MeasureQueries,
        BulletinQueries,
        FundingQueries,
        LightQueries,
        ReadsController,
      ],
      providers: [
        Commands,
        Questions,
        Leaves,
        Feed,
        ImportJobs,
        ReadLog,
        { provide: VERIFIER, useValue: verifier },
        { provide: APP_GUARD, useClass: IdentityGuard },
      ],
    };
  }
}
