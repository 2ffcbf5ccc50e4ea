import { StartFailure } from './stack/start-failure.js';

/** Runs a command to its exit code; a failed start is its part's last lines and one line of its own, and 1. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  process.exit(await main().catch(reportFailure));
}

export function reportFailure(error: unknown): number {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.lines.map(line => `    ${line}\n`).join('')}${error.message}\n`);
  return 1;
}
