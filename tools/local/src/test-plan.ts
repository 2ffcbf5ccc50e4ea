export const checkNames = ['lint', 'types', 'contracts'] as const;
export const levelNames = ['unit', 'chart', 'int', 'e2e', 'browser', 'faults', 'rolling', 'backup'] as const;
export type CheckName = (typeof checkNames)[number];
export type LevelName = (typeof levelNames)[number];

export interface TestPlan {
  readonly checks: readonly CheckName[];
  /** The jest projects, in this order. */
  readonly levels: readonly LevelName[];
  /** Passed on to jest: path patterns and its own options. */
  readonly jestArgs: readonly string[];
}

/**
 * What `npm test -- …` runs: everything without arguments; named stages (`lint`, `unit`, …) only those; what
 * is no stage's name goes to jest, which then runs all levels unless some were named.
 */
export function testPlan(args: readonly string[]): TestPlan {
  const checks = checkNames.filter(name => args.includes(name));
  const named = levelNames.filter(name => args.includes(name));
  const jestArgs = args.filter(arg => ![...checkNames, ...levelNames].some(name => name === arg));
  const everything = args.length === 0;
  const levels = everything || (named.length === 0 && jestArgs.length > 0) ? levelNames : named;
  return {
    checks: everything ? checkNames : checks,
    levels,
    jestArgs,
  };
}

/**
 * Levels that share surroundings run together: the first on the bare stack, the next on a running product; faults,
 * rolling restarts and restores need products that they start themselves. The chart needs tools that are not on every
 * machine, so it runs alone.
 */
export function phasesOf(levels: readonly LevelName[]): LevelName[][] {
  return [
    levels.filter(level => level === 'chart'),
    levels.filter(level => level === 'unit' || level === 'int'),
    levels.filter(level => level === 'e2e' || level === 'browser'),
    levels.filter(level => level === 'faults'),
    levels.filter(level => level === 'rolling'),
    levels.filter(level => level === 'backup'),
  ].filter(phase => phase.length > 0);
}
