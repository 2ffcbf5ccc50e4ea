import { ServiceUnavailableException } from '@nestjs/common';
import { z } from 'zod';

/** Terminus' answer, as far as it says what is not well. */
const checked = z.object({
  error: z.record(z.string(), z.looseObject({ status: z.string() })),
});

/** What a health check found, in words: each part that is not well, and what it says of it. Undefined for other errors. */
export function notWell(error: unknown): string | undefined {
  if (!(error instanceof ServiceUnavailableException)) return undefined;
  const parsed = checked.safeParse(error.getResponse());
  if (!parsed.success) return undefined;
  const parts = Object.entries(parsed.data.error).map(([part, { status, ...says }]) => {
    const said = Object.entries(says).map(([name, value]) => `${name} ${wordOf(value)}`);
    return `${part} (${[status, ...said].join('; ')})`;
  });
  return `Not well: ${parts.join(', ')}.`;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
