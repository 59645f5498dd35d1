import { plant, run, uproot } from './tree.js';

async function lint(text: string) {
  const root = await plant(['eslint.config.mjs', 'tsconfig.json', 'tsconfig.check.json', 'package.json'], {
    'libs/domain/src/index.ts': text,
  });
  try {
    return await run(root, 'eslint/bin/eslint.js', ['.']);
  } finally {
    await uproot(root);
  }
}

const work = 'async function work(): Promise<void> {}\n';

describe('a promise that nobody waits for', () => {
  it('is reported by the linter', async () => {
    const { code, output } = await lint(`${work}export function start(): void {\n  work();\n}\n`);
    expect(output).toContain('@typescript-eslint/no-floating-promises');
    expect(code).toBe(1);
  }, 60_000);
});

describe('a promise that is awaited', () => {
  it('passes', async () => {
    const { code, output } = await lint(`${work}export async function start(): Promise<void> {\n  await work();\n}\n`);
    expect(output).toBe('');
    expect(code).toBe(0);
  }, 60_000);
});
