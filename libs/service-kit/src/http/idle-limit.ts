import { setTimeout as wait } from 'node:timers/promises';
import { DomainError } from '../domain-error.js';

/**
 * The chunks of a streamed body, as long as each comes within `ms` milliseconds of our asking for it: the time that our
 * side takes between them does not count. For routes of a service without `requestTimeout`.
 * The source is never destroyed, so that an answer can still be sent over its connection.
 * @throws DomainError `too_slow`, whose answer closes the connection.
 */
export async function* withIdleLimit<Chunk>(chunks: AsyncIterable<Chunk>, ms: number): AsyncGenerator<Chunk> {
  const source = chunks[Symbol.asyncIterator]();
  for (;;) {
    const next = await within(source.next(), ms);
    if (next === 'late') throw tooSlow();
    if (next.done === true) return;
    yield next.value;
  }
}

export function tooSlow(): DomainError {
  return new DomainError(
    'too_slow',
    'Nothing came for too long: send it again, in parts if need be.',
    undefined,
    {
      connection: 'close',
    },
  );
}

async function within<Value>(coming: Promise<Value>, ms: number): Promise<Value | 'late'> {
  const over = new AbortController();
  try {
    return await Promise.race([coming, wait(ms, 'late' as const, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
