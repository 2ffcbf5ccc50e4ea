import { z } from 'zod';
import type { Api } from '../http/api.js';
import { everyItem } from '../http/pages.js';

/** Makes somebody a member of the brand who may sign in to the admin UI; who is one stays as they are. */
export async function ensureMember(
  api: Api,
  member: { name: string; email: string; role: string },
): Promise<void> {
  const members = await everyItem(api, '/api/v1/members', z.object({ email: z.string() }));
  if (members.some(({ email }) => email === member.email)) return;
  await api.call({
    method: 'POST',
    path: '/api/v1/members',
    body: member,
    idempotencyKey: `member:${member.email}`,
    answer: z.unknown(),
  });
}
