import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Client } from './client.js';
import type { Requests } from './requests.js';

/** Milliseconds from an answer to the next command. */
const between = 300;

const created = z.object({ id: z.string() });

/**
 * Makes programs, each with an Idempotency-Key, and renames each.
 * @returns the names that the brand's programs must have, each once.
 */
export async function makePrograms(
  origin: string,
  apiKey: string,
  requests: Requests,
  enough: AbortSignal,
): Promise<string[]> {
  const client = new Client(origin, apiKey, requests);
  const names: string[] = [];
  while (!enough.aborted) {
    const name = `Rolling ${names.length + 1}`;
    const { id } = created.parse(
      await client.call({
        kind: 'POST programs',
        method: 'POST',
        path: '/api/v1/programs',
        headers: { 'idempotency-key': randomUUID() },
        pieces: [JSON.stringify({ name: `${name}, new`, category: 'Rolling' })],
      }),
    );
    await client.call({
      kind: 'PATCH programs',
      method: 'PATCH',
      path: `/api/v1/programs/${id}`,
      pieces: [JSON.stringify({ name })],
    });
    names.push(name);
    await pause(between);
  }
  client.close();
  return names;
}
