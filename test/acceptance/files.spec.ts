import { request } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Asked, colleague, office, openWorld, registration, reporter, type World } from './world.js';

const OCTETS = { 'content-type': 'application/octet-stream' };
const PDF = '%PDF-1.4\n% evidence\n%%EOF\n';

let world: World;
beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
}, 180_000);
afterAll(() => world.stop());

const upload = (raw: string, asked: Asked = {}) =>
  world.post('files', undefined, { key: null, headers: OCTETS, ...asked, raw });
const lying = async () =>
  (await readdir(join(world.data, 'files'), { recursive: true })).filter((name) => /incoming\/|content/.test(name));

describe('a file', () => {
  it('is known to who uploaded it, and to every reader once an event refers to it', async () => {
    const { status, body, headers } = await upload(PDF, { as: office });
    expect(status).toBe(201);
    expect(body).toEqual({ sha256: expect.any(String) as string, size: PDF.length, mediaType: 'application/pdf' });
    const path = headers.get('location')!;
    expect((await world.get(path, { as: office })).text).toBe(PDF);
    expect(await world.get(path, { as: colleague })).toMatchObject({ status: 404, body: { title: 'UNKNOWN_FILE' } });

    const { body: project } = await world.done('projects', registration('示例项目', 'PLANNED_START'));
    const evidence = { title: '开工令', kind: 'EVIDENCE', sha256: (body as { sha256: string }).sha256 };
    const { body: done } = await world.done(`projects/${project.id}/record-commencement`, {
      occurredOn: '2022-03-01',
      document: evidence,
    });
    for (const as of [colleague, reporter])
      expect((await world.get(`${path}?after=${done.position}`, { as })).text).toBe(PDF);
    const { body: history } = await world.get(`projects/${project.id}/history`);
    expect(history.items.at(-1).data.document).toMatchObject({ size: PDF.length, mediaType: 'application/pdf' });
  });

  it('comes back as the same file when it comes twice', async () => {
    const first = await upload(PDF);
    const again = await upload(PDF, { as: colleague });
    expect(again.body).toEqual(first.body);
  });

  it('that nobody uploaded is no evidence', async () => {
    const { body: project } = await world.done('projects', registration());
    const end = await world.restingEnd();
    const document = { title: '竣工验收', sha256: '0'.repeat(64) };
    const answer = await world.post(`projects/${project.id}/complete`, { occurredOn: '2022-03-01', document });
    expect(answer).toMatchObject({
      status: 422,
      body: { title: 'FILE_NOT_UPLOADED', errors: [{ pointer: '/document/sha256' }] },
    });
    expect(await world.end()).toBe(end);
  });

  it('that was erased answers gone, by event and for good', async () => {
    const bytes = `${PDF}% with a name`;
    const { body } = await upload(bytes);
    const path = `files/${(body as { sha256: string }).sha256}`;
    expect((await world.post(`${path}/erase`, { reason: '含个人信息' }, { as: reporter })).status).toBe(403);
    await world.done(`${path}/erase`, { reason: '含个人信息' });
    expect(await world.get(path)).toMatchObject({ status: 410, body: { title: 'FILE_ERASED' } });
    expect(await upload(bytes)).toMatchObject({ status: 410, body: { title: 'FILE_ERASED' } });
  });
});

describe('an upload that is refused leaves nothing behind', () => {
  it.each([
    ['a script', '#!/bin/sh', {}, 415, 'FILE_TYPE_REFUSED'],
    ['a page that calls itself a document', '<html>', {}, 415, 'FILE_TYPE_REFUSED'],
    ['nothing', '', {}, 422, 'FILE_EMPTY'],
    ['JSON', '{}', { 'content-type': 'application/json' }, 415, 'FILE_NOT_RAW'],
    ['a form', PDF, { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('%s', async (_what, raw, headers, status, title) => {
    const before = await lying();
    expect(await upload(raw, { headers: { ...OCTETS, ...headers } })).toMatchObject({ status, body: { title } });
    expect(await lying()).toEqual(before);
  });

  it('of one who is nobody', async () => {
    expect((await upload(PDF, { as: null })).status).toBe(401);
  });

  it('to a door that takes commands', async () => {
    const answer = await world.post('projects', undefined, { headers: OCTETS, raw: PDF });
    expect(answer).toMatchObject({ status: 415, body: { title: 'UNSUPPORTED_MEDIA_TYPE' } });
  });

  it.each([
    ['that announces to be too large', { 'content-length': String(51 * 1_048_576) }, 0],
    ['that grows too large', { 'transfer-encoding': 'chunked' }, 60],
  ])(
    '%s',
    async (_what, headers, pieces) => {
      const before = await lying();
      expect(await growing(headers, pieces)).toBe(413);
      expect(await lying()).toEqual(before);
    },
    60_000,
  );

  it('that breaks off', async () => {
    const before = await lying();
    const token = await world.tokenOf(office);
    const sent = request(`${world.url}/api/v1/files`, {
      method: 'POST',
      headers: { ...OCTETS, authorization: `Bearer ${token}`, 'transfer-encoding': 'chunked' },
    });
    sent.on('error', () => undefined);
    sent.write(PDF);
    while ((await lying()).length === before.length) await pause(5);
    sent.destroy();
    while ((await lying()).length > before.length) await pause(5);
    expect(await lying()).toEqual(before);
  }, 30_000);
});

/** Sends so many pieces of 1 MB, until it is answered. */
async function growing(headers: Record<string, string>, pieces: number): Promise<number> {
  const token = await world.tokenOf(office);
  return new Promise((resolve, reject) => {
    const sent = request(`${world.url}/api/v1/files`, {
      method: 'POST',
      headers: { ...OCTETS, authorization: `Bearer ${token}`, ...headers },
    });
    let answered = false;
    sent.on('response', ({ statusCode }) => {
      answered = true;
      resolve(statusCode!);
      sent.destroy();
    });
    sent.on('error', (error) => answered || reject(error));
    const piece = Buffer.alloc(1_048_576, '%PDF-');
    let left = pieces;
    sent.flushHeaders();
    const more = (): void => {
      if (!answered && left-- > 0) sent.write(piece, () => setImmediate(more));
    };
    more();
  });
}
