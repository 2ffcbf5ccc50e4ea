/**
 * Levels are told apart by file name: x.unit.test.ts, x.chart.test.ts, x.int.test.ts, x.e2e.test.ts, x.browser.test.ts,
 * x.faults.test.ts, x.rolling.test.ts, x.backup.test.ts.
 */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false },
    target: 'es2023',
  },
  module: { type: 'es6' },
};

const level = (name, mapped = {}) => ({
  displayName: name,
  testMatch: [`**/*.${name}.test.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', ...mapped },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transformIgnorePatterns: ['/node_modules/'],
});

export default {
  // A busy machine is no failure: what a test waits for, it waits for by its own condition.
  testTimeout: 120_000,
  // openapi-typescript writes types with TypeScript 5's API, which TypeScript 7 does not have yet.
  projects: [
    level('unit'),
    level('chart'),
    level('int'),
    level('e2e', { '^typescript$': 'typescript5' }),
    level('browser'),
    level('faults'),
    level('rolling'),
    level('backup'),
  ],
};
