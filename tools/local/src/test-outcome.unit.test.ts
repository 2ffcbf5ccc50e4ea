import { describe, expect, it } from '@jest/globals';
import { countsLine } from './test-outcome.js';

const report = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  success: true,
};

describe('countsLine', () => {
  it('leaves out what was not skipped', () => {
    expect(countsLine([report])).toBe('12 passed, 0 failed');
  });

  it('counts a file that could not run as a failure', () => {
    expect(
      countsLine([
        report,
        { ...report, numFailedTests: 1, numRuntimeErrorTestSuites: 2, numPendingTests: 4 },
      ]),
    ).toBe('24 passed, 3 failed, 4 skipped');
  });
});
