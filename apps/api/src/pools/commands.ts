import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  FUNDING_SOURCES,
  type FundingSource,
  LAND_PRIORITIES,
  type LandPriority,
  POOL_CONTENTS,
  type PoolCommand,
  type PoolContents,
  poolStream,
  type Resource,
  RESOURCES,
} from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { Amount, Choice, ChoiceOrNull, CodeOrNull, Id, Text, Whole } from '../http/fields.js';

export class OpenPoolBody implements BodyOf<PoolCommand, 'OpenPool'> {
  @Text(200) name: string;
  @Choice(POOL_CONTENTS) contents: PoolContents;
  @ChoiceOrNull(FUNDING_SOURCES) source: FundingSource | null = null;
  @CodeOrNull() unit: string | null = null;
  @Choice(['YEAR', 'MONTH']) per: 'YEAR' | 'MONTH';
}

export class SupplyPoolBody implements BodyOf<PoolCommand, 'SupplyPool'> {
  @Text(7) period: string;
  @Amount() capacity: number;
  @Text() reason: string;
}

export class ProposeMatchBody implements BodyOf<PoolCommand, 'ProposeMatch'> {
  @Id() project: string;
  @Text(7) period: string;
  @Amount() amount: number;
}

export class RequestLandQuotaBody extends ProposeMatchBody implements BodyOf<PoolCommand, 'RequestLandQuota'> {
  @Choice(LAND_PRIORITIES) priority: LandPriority;
}

export class NeedBody {
  @Choice(RESOURCES) resource: Resource;
  @CodeOrNull() unit: string | null = null;
  @Whole(2000, 2099) year: number;
  @Amount() amount: number;
}

export class PlaceProjectBody implements BodyOf<PoolCommand, 'PlaceProject'> {
  @Id() project: string;

  @ApiProperty({ type: [NeedBody], maxItems: 100 })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => NeedBody)
  needs: NeedBody[];
}

export class WithdrawProjectBody implements BodyOf<PoolCommand, 'WithdrawProject'> {
  @Id() project: string;
  @Text() reason: string;
}

export class PoolReasonBody {
  @Text() reason: string;
}

const creates = { name: 'match', at: '/api/v1/pools/{in}' } as const;

const POOL_ROUTES: CommandRoutes<PoolCommand> = {
  OpenPool: { path: '', body: OpenPoolBody, creates: { name: 'pool', at: '/api/v1/pools/{id}' } },
  SupplyPool: { path: ':id/supply', body: SupplyPoolBody, ifMatch: true },
  ProposeMatch: { path: ':id/propose-match', body: ProposeMatchBody, creates },
  RequestLandQuota: { path: ':id/request-land-quota', body: RequestLandQuotaBody, creates },
  ConfirmMatch: { path: ':id/matches/:match/confirm' },
  ReleaseMatch: { path: ':id/matches/:match/release', body: PoolReasonBody },
  PlaceProject: { path: ':id/place-project', body: PlaceProjectBody, ifMatch: true },
  WithdrawProject: { path: ':id/withdraw-project', body: WithdrawProjectBody },
  ClosePool: { path: ':id/close', body: PoolReasonBody },
};

/** 项目池, 资金池, 资源要素池: supplied period by period, matched with projects by two persons. */
export const POOL_COMMANDS = [
  commandController({ path: 'pools', tag: 'pools', key: 'id', stream: poolStream }, POOL_ROUTES),
];
