import { z } from 'zod';

/** The part of jest's --json report that is counted. */
export const jestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  success: z.boolean(),
});
export type JestReport = z.infer<typeof jestReport>;

/**
 * "N passed, N failed" and, if any, ", N skipped", over all runs. A test file that could not be run counts as one
 * failed test.
 */
export function countsLine(reports: readonly JestReport[]): string {
  const sum = (count: (report: JestReport) => number) =>
    reports.reduce((all, report) => all + count(report), 0);
  const failed = sum(report => report.numFailedTests + report.numRuntimeErrorTestSuites);
  const skipped = sum(report => report.numPendingTests + report.numTodoTests);
  return `${sum(report => report.numPassedTests)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
