import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { cosign, cosignedCheckpoint, parseTilePath, TILE } from '#libs/ledger';
import { type Runtime, RUNTIME } from '#libs/platform';
import { Malformed } from '#libs/verifier';
import { Text } from '../http/fields.js';
import { EdgeProblem } from '../http/problems.js';

const Count =
  (description: string): PropertyDecorator =>
  (target, name) => {
    for (const decorate of [
      ApiPropertyOptional({ type: 'integer', minimum: 0, description }),
      IsOptional(),
      Transform(({ value }) => Number(value)),
      IsInt(),
      Min(0),
    ])
      decorate(target, name);
  };

export class InclusionQuery {
  @Count('Number of the leaf, from 0') readonly leaf: number = 0;
  @Count('Leaves of the tree; those of the checkpoint if left out') readonly size?: number;
}

export class ConsistencyQuery {
  @Count('Leaves of the earlier tree') readonly from: number = 0;
  @Count('Leaves of the later tree; those of the checkpoint if left out') readonly to?: number;
}

export class CosignBody {
  /** A line of a signed note: `— <name> <base64>`. */
  @Text(10_000) signature: string;
}

const NOTE = ['content-type', 'text/plain; charset=utf-8'] as const;

/** What anyone may keep a copy of, without a token: hashes and signatures, from which no event can be read. */
@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get('checkpoint')
  @Header(...NOTE)
  @ApiOperation({
    summary: 'Size and root of the ledger, signed (C2SP tlog-checkpoint), with the witnesses’ signatures',
  })
  async checkpoint(): Promise<string> {
    return found(await cosignedCheckpoint(this.runtime.ledger));
  }

  @Get('public-key')
  @Header(...NOTE)
  @ApiOperation({ summary: 'The key that signs the checkpoints (C2SP signed-note)' })
  async publicKey(): Promise<string> {
    return `${found(await this.runtime.ledger.publicKey())}\n`;
  }

  /** Signatures count, not who brings them: a witness needs no account here. */
  @Post('checkpoint/cosign')
  @HttpCode(204)
  @ApiOperation({ summary: 'Adds the signature of a known witness to the checkpoint in force' })
  async cosign(@Body() { signature }: CosignBody): Promise<void> {
    await cosign(this.runtime.ledger, signature).catch((error: unknown) => {
      if (!(error instanceof Malformed)) throw error;
      throw new EdgeProblem('INVALID_BODY', [{ pointer: '/signature', detail: error.message }]);
    });
  }

  @Get('tile/*')
  @Header('content-type', 'application/octet-stream')
  @ApiOperation({
    summary: 'Hashes of a tile (C2SP tlog-tiles): <level>/<number>, with .p/<width> while it is not full',
  })
  async tile(@Req() request: FastifyRequest): Promise<Buffer> {
    const [, level, path] = /\/ledger\/tile\/([0-6])\/([x\d/.p]{3,40})$/.exec(request.url) ?? [];
    const tile = parseTilePath(path ?? '');
    if (!tile) throw new EdgeProblem('NOT_FOUND');
    const { ledger } = this.runtime;
    const sealed = Math.floor((await this.sealed()) / TILE ** Number(level)) - tile.number * TILE;
    return found(
      sealed < tile.width ? undefined : await ledger.tree.level(Number(level)).read(tile.number, tile.width),
    );
  }

  @Get('proofs/inclusion')
  @ApiOperation({ summary: 'Shows that a leaf stands in the tree of so many leaves (RFC 9162, 2.1.3)' })
  async inclusion(@Query() { leaf, size: asked }: InclusionQuery) {
    const size = within(asked, await this.sealed(), '/size');
    within(leaf, size - 1, '/leaf');
    const { tree } = this.runtime.ledger;
    const [hash, root, proof] = [await tree.leaf(leaf, size), await tree.root(size), await tree.inclusion(leaf, size)];
    return { leaf, size, hash: base64(hash), root: base64(root), proof: proof.map(base64) };
  }

  @Get('proofs/consistency')
  @ApiOperation({
    summary: 'Shows that the later tree is the earlier one with leaves added behind it (RFC 9162, 2.1.4)',
  })
  async consistency(@Query() { from: earlier, to: asked }: ConsistencyQuery) {
    const to = within(asked, await this.sealed(), '/to');
    const from = within(earlier, to, '/from');
    return { from, to, proof: (await this.runtime.ledger.tree.consistency(from, to)).map(base64) };
  }

  private async sealed(): Promise<number> {
    return (await this.runtime.ledger.checkpoint())?.size ?? 0;
  }
}

const base64 = (hash: Buffer): string => hash.toString('base64');

function found<T>(what: T | undefined): T {
  if (what === undefined) throw new EdgeProblem('NOT_FOUND');
  return what;
}

function within(asked: number | undefined, most: number, pointer: string): number {
  if ((asked ?? most) <= most && most >= 0) return asked ?? most;
  throw new EdgeProblem('INVALID_QUERY', [{ pointer, detail: '超出已封存的范围' }]);
}
