import type { Envelope } from '@cairn/contracts/envelope';
import type { ReplayDeadLetter } from '@cairn/contracts/http/dead-letter';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { appendRawToOutbox } from '@cairn/service-kit/outbox/append';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type DeadLetter, lockDeadLetter, markReplayed } from '../../out/postgres/dead-letters.js';
import { findForeignId } from '../../out/postgres/foreign-ids.js';
import { knownVersion } from '../../out/postgres/known-version.js';
import { brandScope } from '../auth/platform.js';
import { letterText } from './letter-text.js';
import { messageKey } from './message-key.js';
import { readMended } from './read-mended.js';

/**
 * POST /dlq/{id}/replay: the message, mended or as it was, goes back to its topic with its own key. Consumers that were
 * through with it know it by its id or version and change nothing.
 * @throws DomainError `not_found` for no letter of this brand, `already_replayed`, what {@link readMended} throws, and
 * `other_brand` for a message that is another brand's, or names something of another's (domain.md 6.2), `superseded`.
 */
export async function replayLetter(
  sql: Sql,
  caller: Caller,
  id: string,
  { value: mended }: ReplayDeadLetter,
  now: Date,
): Promise<CommandAnswer<DeadLetter>> {
  const brandId = brandScope(caller);
  const letter = await lockDeadLetter(sql, brandId, id);
  if (letter === undefined) {
    throw new DomainError('not_found', 'There is no dead letter with this id: check the id.');
  }
  if (letter.replayedAt !== null) {
    throw new DomainError(
      'already_replayed',
      'It was replayed before: if it failed again, that is another dead letter.',
    );
  }
  const text = textOf(mended) ?? letterText(letter.value);
  const event = readMended(letter.topic, text);
  if (brandId !== null) await refuseOtherBrands(sql, brandId, event);
  await refuseOlderState(sql, event);
  const key = letter.key?.startsWith(event.brandid) ? letter.key : messageKey(event);
  await appendRawToOutbox(sql, [{ topic: letter.topic, key, value: text ?? '' }]);
  await markReplayed(sql, id, now);
  await recordAudit(
    sql,
    'portal-bff',
    { ...caller, brandId: event.brandid },
    commandCause(event.brandid, now),
    {
      action: 'dead_letter.replay',
      target: { kind: 'dead_letter', id },
      before: { topic: letter.topic, reason: letter.reason },
      after: { type: event.type, eventId: event.id, mended: mended !== undefined },
      at: now,
    },
  );
  return { body: { ...letter, replayedAt: now.toISOString() }, mark: null };
}

function textOf(mended: ReplayDeadLetter['value']): string | undefined {
  return typeof mended === 'object' ? JSON.stringify(mended) : mended;
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

async function refuseOtherBrands(sql: Sql, brandId: string, event: Envelope): Promise<void> {
  if (event.brandid.toLowerCase() !== brandId) {
    throw new DomainError('other_brand', `A message stays its brand’s: its brandid must be ${brandId}.`);
  }
  const named = new Set(JSON.stringify(event).toLowerCase().match(ids));
  const foreign = await findForeignId(sql, brandId, [...named]);
  if (foreign === undefined) return;
  throw new DomainError('other_brand', `The brand has nothing with the id ${foreign}: name what is its own.`);
}

/** Behind the newer state on its compacted topic, the older one would be what is left of the two. */
async function refuseOlderState(sql: Sql, { type, data, aggregateversion = 0 }: Envelope): Promise<void> {
  const known = await knownVersion(sql, type, data);
  if (known <= aggregateversion) return;
  throw new DomainError(
    'superseded',
    `Version ${known} of this was published since, and says all that version ${aggregateversion} does: leave it.`,
  );
}
