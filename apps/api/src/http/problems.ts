import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal, type RefusalKind } from '#libs/event-sourcing';
import { REFUSALS, type RefusalCode } from '#libs/domain';
import { type Log, traceContext } from '#libs/platform';
import { WORKBOOK_REFUSALS, WorkbookRefused } from '#libs/sheets';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  forbidden: 403,
  unknown: 404,
  conflict: 409,
  stale: 412,
  never: 422,
  unavailable: 503,
};

/** What is refused before any rule is asked, beside the domain's own table. */
export const EDGE_PROBLEMS = {
  INVALID_BODY: [400, '请求内容格式有误'],
  INVALID_QUERY: [400, '查询参数有误'],
  IDEMPOTENCY_KEY_MISSING: [400, '缺少 Idempotency-Key'],
  IF_MATCH_INVALID: [400, 'If-Match 须为带引号的版本号'],
  TOKEN_MISSING: [401, '缺少访问令牌'],
  TOKEN_INVALID: [401, '访问令牌无效或已过期'],
  NOT_GRANTED: [403, '尚未获得订阅授权，或授权已撤销'],
  NOT_SEALED: [404, '该事件尚未封存，请稍后再取证明'],
  UNKNOWN_FILE: [404, '没有这个文件'],
  UNKNOWN_PERSON: [404, '通讯录中没有此人'],
  NOT_FOUND: [404, '没有这个地址'],
  UNKNOWN_IMPORT: [404, '没有这次导入，或其结果已不再保留；重新导入不会重复'],
  WEBHOOK_BEING_TESTED: [409, '该推送地址正在测试，请等其结束'],
  CURSOR_LOST: [410, '台账曾从较早的备份恢复，其中已没有游标所指的事件，请重新读取'],
  FILE_ERASED: [410, '文件内容已销毁'],
  PERSON_ERASED: [410, '此人信息已删除，不再登记'],
  STALE_REVISION: [412, '内容已被他人修改，请刷新后重试'],
  BODY_TOO_LARGE: [413, '请求内容过大'],
  IMPORT_TOO_LARGE: [413, WORKBOOK_REFUSALS.IMPORT_TOO_LARGE],
  UNSUPPORTED_MEDIA_TYPE: [415, '请求内容须为 JSON'],
  NOT_A_WORKBOOK: [415, WORKBOOK_REFUSALS.NOT_A_WORKBOOK],
  WORKBOOK_DAMAGED: [422, WORKBOOK_REFUSALS.WORKBOOK_DAMAGED],
  WORKBOOK_ENCRYPTED: [422, WORKBOOK_REFUSALS.WORKBOOK_ENCRYPTED],
  WORKBOOK_HAS_MACROS: [422, WORKBOOK_REFUSALS.WORKBOOK_HAS_MACROS],
  WORKBOOK_HAS_EXTERNAL_LINKS: [422, WORKBOOK_REFUSALS.WORKBOOK_HAS_EXTERNAL_LINKS],
  SHEET_MISSING: [422, WORKBOOK_REFUSALS.SHEET_MISSING],
  YEAR_UNKNOWN: [422, WORKBOOK_REFUSALS.YEAR_UNKNOWN],
  FILE_NOT_RAW: [415, '文件须以 application/octet-stream 原样上传'],
  FILE_TYPE_REFUSED: [415, '文件类型不支持，只接受 PDF、PNG、JPEG、XLSX、DOCX 和 OFD'],
  FILE_EMPTY: [422, '文件是空的'],
  FILE_NOT_UPLOADED: [422, '所引用的文件尚未上传或已销毁'],
  IDEMPOTENCY_KEY_REUSED: [422, '同一 Idempotency-Key 已用于不同内容'],
  IF_MATCH_REQUIRED: [428, '修改已有内容须带 If-Match'],
  READS_UNRECORDED: [503, '查阅记录暂时无法保存，请稍后重试'],
  VIEWS_BEHIND: [503, '数据视图尚未更新到所要求的位置，请稍后重试'],
  FIGURES_INCOMPLETE: [503, '部分数据暂缓更新，通报数据不完整，请稍后重试'],
  VIEWS_TOO_BUSY: [503, '数据视图正在频繁更新，请稍后重试'],
  VIEW_OF_ANOTHER_RELEASE: [503, '数据视图正在切换版本，请稍后重试'],
  FEED_BUSY: [503, '订阅连接较多，请稍后重试'],
  IMPORTS_BUSY: [503, '正在导入的工作簿较多，请稍后重试'],
  UNAVAILABLE: [503, '服务暂不可用，请稍后重试'],
} as const satisfies Record<string, readonly [number, string]>;

export type EdgeCode = keyof typeof EDGE_PROBLEMS;

/** A refusal of the edge, with the places of the request that it concerns. */
export class EdgeProblem extends Error {
  constructor(
    readonly code: EdgeCode,
    readonly errors: readonly { readonly pointer: string; readonly detail: string }[] = [],
  ) {
    super(code);
  }
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Answers every refusal as a problem document (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getResponse<FastifyReply>());
  }

  answer(error: unknown, reply: FastifyReply): void {
    if (isNotReady(error)) return void reply.status(503).send(error.getResponse());
    const problem = this.problemOf(error);
    if (problem.status === 503) void reply.header('retry-after', '1');
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .type('application/problem+json')
      .send({
        type: `urn:taizhang:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
        title: problem.code,
        status: problem.status,
        detail: problem.detail,
        errors: problem.errors ?? [],
        ...(problem.facts && { facts: problem.facts }),
        traceId: traceContext.getStore()?.traceId ?? null,
      });
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof WorkbookRefused) return { ...edge(error.code), detail: error.message };
    if (error instanceof EdgeProblem) return { ...edge(error.code), errors: error.errors };
    if (error instanceof Refusal) {
      if (error.code in EDGE_PROBLEMS) return { ...edge(error.code as EdgeCode), facts: error.facts };
      const [kind, detail] = REFUSALS[error.code as RefusalCode];
      return { status: STATUS[kind], code: error.code, detail, facts: error.facts, errors: placesOf(error) };
    }
    const status = statusOf(error);
    // An address too long for the router belongs to nothing.
    if (status === 404 || status === 414) return edge('NOT_FOUND');
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') return edge('IMPORT_TOO_LARGE');
    if (status === 413) return edge('BODY_TOO_LARGE');
    if (status === 415) return edge('UNSUPPORTED_MEDIA_TYPE');
    if (status >= 400 && status < 500) return edge('INVALID_BODY');
    // What is left is a server that could not be reached, or a defect: the outcome is unknown, asking again is safe.
    this.log.error({ err: error }, 'request failed');
    return edge('UNAVAILABLE');
  }
}

function edge(code: EdgeCode): Problem {
  const [status, detail] = EDGE_PROBLEMS[code];
  return { status, code, detail };
}

const placesOf = ({ facts, code }: Refusal) => {
  const place = facts.place ?? (typeof facts.field === 'string' ? `/${facts.field}` : undefined);
  return typeof place === 'string' ? [{ pointer: place, detail: REFUSALS[code as RefusalCode][1] }] : [];
};

const statusOf = (error: unknown): number =>
  error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number }).statusCode ?? 500);

/** Readiness answers 503 with the checks' own body. */
const isNotReady = (error: unknown): error is HttpException =>
  error instanceof HttpException && error.getStatus() === 503 && typeof error.getResponse() === 'object';
