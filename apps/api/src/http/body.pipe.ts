import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { EdgeProblem } from './problems.js';

interface Place {
  readonly pointer: string;
  readonly detail: string;
}

/** Deeper than any command goes; what walks a body recursively would run out of stack far below. */
const DEEPEST = 16;

/** Checks bodies and query parameters against their classes; answers with every place that is wrong. */
export class BodyPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: (errors) => new EdgeProblem('INVALID_BODY', placesOf(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') requireSound(value);
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

/** Refuses what no class can say: a body that is no object, and texts that not every store can hold. */
function requireSound(body: unknown): void {
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body)))
    throw new EdgeProblem('INVALID_BODY', [{ pointer: '', detail: 'the body must be an object' }]);
  const wrong = unsound(body, '', 0);
  if (wrong) throw new EdgeProblem('INVALID_BODY', [wrong]);
}

function unsound(value: unknown, pointer: string, depth: number): Place | undefined {
  if (typeof value === 'string') return isSound(value) ? undefined : { pointer, detail: UNSOUND_TEXT };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST) return { pointer, detail: `must not be nested deeper than ${DEEPEST} levels` };
  for (const [name, inner] of Object.entries(value)) {
    const place = `${pointer}/${escaped(name)}`;
    const wrong = isSound(name) ? unsound(inner, place, depth + 1) : { pointer, detail: UNSOUND_TEXT };
    if (wrong) return wrong;
  }
  return undefined;
}

const UNSOUND_TEXT = 'texts must be well-formed Unicode without NUL';
const isSound = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every field that is wrong, as a JSON Pointer into the body. */
function placesOf(errors: readonly ValidationError[], above = ''): Place[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const pointer = `${above}/${escaped(property)}`;
    const own = Object.values(constraints ?? {}).map((detail) => ({ pointer, detail }));
    return [...own, ...placesOf(children ?? [], pointer)];
  });
}
