import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Refusal } from '#libs/event-sourcing';
import { type Runtime, RUNTIME } from '#libs/platform';
import { type Imported, WorkbookRefused } from '#libs/sheets';
import { EdgeProblem } from '../http/problems.js';
import { type ImportOrder, runImport } from './run-import.js';

export interface ImportJob {
  readonly id: string;
  readonly order: Omit<ImportOrder, 'bytes'>;
  readonly fingerprint: string;
  status: 'WAITING' | 'RUNNING' | 'DONE' | 'REFUSED' | 'FAILED';
  done: number;
  total: number;
  imported: Imported | undefined;
  answer: Buffer | undefined;
  /** Why nothing came of it. */
  problem: { code: string; detail: string } | undefined;
}

/** Workbooks that wait hold their bytes in memory. */
const MOST_WAITING = 4;
const MOST_KEPT = 20;

/**
 * Imports of this process, one at a time; the last few can be asked for. They are gone with the process, and bringing
 * the file again is safe: what was imported already is not imported twice.
 */
@Injectable()
export class ImportJobs {
  private readonly jobs = new LRUCache<string, ImportJob>({ max: MOST_KEPT });
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  find(id: string): ImportJob | undefined {
    return this.jobs.get(id);
  }

  /** The same order under the same id is the same job; throws IMPORTS_BUSY where too many wait. */
  begin(id: string, order: ImportOrder): ImportJob {
    const { bytes, ...rest } = order;
    const fingerprint = createHash('sha256').update(JSON.stringify(order.given)).update(bytes).digest('hex');
    const known = this.jobs.get(id);
    if (known && known.fingerprint !== fingerprint) throw new EdgeProblem('IDEMPOTENCY_KEY_REUSED');
    if (known && known.status !== 'FAILED') return known;
    if (this.waiting === MOST_WAITING) throw new EdgeProblem('IMPORTS_BUSY');
    const job: ImportJob = {
      id,
      order: rest,
      fingerprint,
      status: 'WAITING',
      done: 0,
      total: 0,
      imported: undefined,
      answer: undefined,
      problem: undefined,
    };
    this.jobs.set(id, job);
    this.waiting++;
    this.last = this.last.then(() => this.run(job, order));
    return job;
  }

  private async run(job: ImportJob, order: ImportOrder): Promise<void> {
    this.waiting--;
    job.status = 'RUNNING';
    const onProgress = (done: number, total: number): void => void Object.assign(job, { done, total });
    try {
      const { imported, answer } = await runImport(this.runtime, { ...order, onProgress });
      // The cells as they were read are of no more use.
      Object.assign(job, { imported: { ...imported, workbook: undefined }, answer });
      job.status = imported.refused === null ? 'DONE' : 'REFUSED';
    } catch (error) {
      job.status = error instanceof WorkbookRefused ? 'REFUSED' : 'FAILED';
      job.problem = problemOf(error);
      if (job.status === 'FAILED') this.runtime.log.error({ err: error, import: job.id }, 'import failed');
    }
  }
}

function problemOf(error: unknown): { code: string; detail: string } {
  if (error instanceof WorkbookRefused) return { code: error.code, detail: error.message };
  if (error instanceof Refusal) return { code: error.code, detail: '数据视图尚未更新，请稍后重新导入' };
  return { code: 'UNAVAILABLE', detail: '导入中断，请重新导入；已导入的行不会重复导入' };
}
