import { exampleFile } from './setup.js';
import { type As, filled, type Step } from './script.js';

const TRIES = 4;

/** The API as the script's people see it: their tokens, the ids and revisions that the answers told so far. */
export class Door {
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly uploads = new Map<string, Promise<void>>();
  private readonly learnt = new Map<string, string>();
  private readonly revisions = new Map<string, string>();

  constructor(
    private readonly baseUrl: string,
    private readonly tokenFor: (as: As) => Promise<string>,
  ) {}

  /** Throws with the problem that was answered, unless the step went through. */
  async take(step: Step): Promise<void> {
    await this.upload(step.as, titlesIn(step.body));
    const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Idempotency-Key': step.key };
    if (step.ifMatch) headers['If-Match'] = this.revisions.get(step.resource) ?? '';
    const body = filled(JSON.stringify(step.body), this.learnt);
    const answer = await this.ask(step.as, filled(step.path, this.learnt), { method: step.method, headers, body });
    const text = await answer.text();
    if (step.expect === undefined ? !answer.ok : answer.status !== step.expect)
      throw new Error(`${step.key}: ${answer.status} ${text}`);
    const { id, revision } = JSON.parse(text) as { id: string; revision: number | string };
    if (step.learns !== undefined) this.learnt.set(step.learns, id);
    this.revisions.set(step.resource, answer.headers.get('ETag') ?? `"${revision}"`);
  }

  /** Evidence is there before a fact refers to it. */
  private async upload(as: As, titles: readonly string[]): Promise<void> {
    for (const title of titles) {
      const upload = this.uploads.get(title) ?? this.uploadOne(as, title);
      this.uploads.set(title, upload);
      await upload;
    }
  }

  private async uploadOne(as: As, title: string): Promise<void> {
    const headers = { 'Content-Type': 'application/octet-stream' };
    const body = new Uint8Array(exampleFile(title));
    const answer = await this.ask(as, '/api/v1/files', { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${title}: ${answer.status} ${await answer.text()}`);
    await answer.body?.cancel();
  }

  async read<T>(as: As, path: string): Promise<T> {
    const answer = await this.ask(as, path, {});
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** A request whose outcome is unknown is asked again: under its Idempotency-Key it is done once. */
  private async ask(as: As, path: string, request: RequestInit): Promise<Response> {
    const headers = { ...request.headers, Authorization: `Bearer ${await this.token(as)}` };
    for (let tries = 1; ; tries++) {
      try {
        const answer = await fetch(`${this.baseUrl}${path}`, { ...request, headers });
        if (answer.status !== 503 || tries === TRIES) return answer;
        await answer.body?.cancel();
      } catch (error) {
        if (tries === TRIES) throw new Error(`${path}: ${String(error)}`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** tries));
    }
  }

  private token(as: As): Promise<string> {
    const key = JSON.stringify([as.role, as.unit, as.subject]);
    const token = this.tokens.get(key) ?? this.tokenFor(as);
    this.tokens.set(key, token);
    return token;
  }
}

/** The titles of the documents in a body that have a file. */
function titlesIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const inner = Object.values(body).flatMap(titlesIn);
  return 'sha256' in body && 'title' in body && typeof body.title === 'string' ? [body.title, ...inner] : inner;
}
