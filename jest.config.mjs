const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'jose',
  'until-async',
  'uuid',
  'mingo',
  'content-disposition',
  'canonicalize',
];
const swc = (parser, extra = {}) => [
  '@swc/jest',
  { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2022', parser, ...extra } },
];
export default {
  testEnvironment: 'node',
  testTimeout: 30_000, // a busy machine decides nothing
  maxWorkers: '100%', // servers wait for discs and each other, so that one worker less would leave a core idle
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] }, // 'import' would break jest-circus
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  testRegex: '.*\\.spec\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Exports nothing but an import, which Jest asks for as a require.
    '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js',
  },
  coverageProvider: 'v8',
  testSequencer: '<rootDir>/test/long-first.mjs',
  reporters: ['default', '<rootDir>/test/summary-reporter.mjs'],
  transform: {
    '^.+\\.ts$': swc(
      { syntax: 'typescript', decorators: true },
      {
        keepClassNames: true,
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
      },
    ),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(${esmOnly.join('|')})/)`],
};
