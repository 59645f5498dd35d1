import type { FastifyRequest } from 'fastify';
import { isDay, isMonth } from '#libs/domain';
import { type Given, LIMITS, openArchive } from '#libs/sheets';
import { EdgeProblem } from '../http/problems.js';

export interface Upload {
  readonly bytes: Buffer;
  readonly given: Given;
}

/** How many parts a form may have; the largest field is a day. */
export const UPLOAD_LIMITS = {
  fileSize: LIMITS.fileBytes,
  files: 1,
  fields: 3,
  parts: 4,
  fieldSize: 20,
  headerPairs: 20,
};

/** The file of a form and what is said beside it; what is no workbook of ours is refused before it is unzipped. */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new EdgeProblem('UNSUPPORTED_MEDIA_TYPE');
  let bytes: Buffer | undefined;
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits: UPLOAD_LIMITS })) {
    if (part.type === 'file') bytes = await part.toBuffer();
    else fields[part.fieldname] = String(part.value);
  }
  const given = givenIn(fields);
  if (!bytes) throw wrong('file', '缺少文件');
  await openArchive(bytes);
  return { bytes, given };
}

const FIELDS: Readonly<Record<string, (text: string) => boolean>> = {
  year: (text) => /^20\d\d$/.test(text),
  month: isMonth,
  on: isDay,
};

function givenIn(fields: Readonly<Record<string, string>>): Given {
  for (const [name, text] of Object.entries(fields))
    if (!Object.hasOwn(FIELDS, name) || !FIELDS[name]!(text)) throw wrong(name, '没有这个字段，或格式有误');
  const { year, ...texts } = fields;
  return { ...(year !== undefined && { year: Number(year) }), ...texts };
}

const wrong = (field: string, detail: string) => new EdgeProblem('INVALID_BODY', [{ pointer: `/${field}`, detail }]);
