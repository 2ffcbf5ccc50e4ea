import type { FastifyReply } from 'fastify';
import { z } from 'zod';

export const Page = z.object({
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** 400, naming every field that is wrong. */
export function invalid(reply: FastifyReply, error: z.ZodError): FastifyReply {
  return reply.code(400).send({
    error: error.issues.map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; '),
  });
}

/** Oldest first; the cursor is the last id given. */
export function pageOf<R extends { id: number }>(
  records: ReadonlyMap<number, R>,
  { cursor, limit }: { cursor: number; limit: number },
  view: (record: R) => object,
) {
  const items: R[] = [];
  for (const record of records.values()) {
    if (record.id <= cursor) continue;
    items.push(record);
    if (items.length > limit) break;
  }
  const hasMore = items.length > limit;
  if (hasMore) items.pop();
  return { items: items.map(view), nextCursor: hasMore ? String(items.at(-1)?.id) : null };
}

/** 404 */
export function noSuch(reply: FastifyReply, what: string): FastifyReply {
  return reply.code(404).send({ error: `No such ${what}` });
}
