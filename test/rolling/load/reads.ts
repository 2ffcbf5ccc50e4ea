import { setTimeout as pause } from 'node:timers/promises';
import { Client } from './client.js';
import type { Person } from './person.js';
import type { Requests } from './requests.js';

/** Milliseconds from an answer to the next question. */
const between = 250;

/** What a person looks at in the portal: portal-bff's own read model. */
export async function readHomes(
  origin: string,
  { session }: Person,
  requests: Requests,
  enough: AbortSignal,
): Promise<void> {
  const client = new Client(origin, session, requests);
  while (!enough.aborted) {
    await client.call({ kind: 'GET home', method: 'GET', path: '/api/portal/v1/home' });
    await pause(between);
  }
  client.close();
}

/** What an admin looks at: portal-bff asks points, milestones, rewards and notifications for it. */
export async function readLists(
  origin: string,
  apiKey: string,
  { id }: Person,
  requests: Requests,
  enough: AbortSignal,
): Promise<void> {
  const client = new Client(origin, apiKey, requests);
  const paths = ['ledger', 'progress', 'rewards'].map(list => `/api/v1/ambassadors/${id}/${list}`);
  for (let turn = 0; !enough.aborted; turn++) {
    const path = [...paths, '/api/v1/messages?limit=20'][turn % (paths.length + 1)]!;
    await client.call({ kind: 'GET lists', method: 'GET', path });
    await pause(between);
  }
  client.close();
}
