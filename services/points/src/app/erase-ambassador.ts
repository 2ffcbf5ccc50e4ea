import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { cancelWork } from '@cairn/service-kit/due-work/due-work';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { lockKnownAccount } from '../out/postgres/accounts.js';
import { forgetUnknownRef } from '../out/postgres/ambassador-refs.js';
import { parkedFor } from '../out/postgres/parked-events.js';
import { dropKeptOf } from '../out/postgres/refused-events.js';
import { eraseSubmissions } from '../out/postgres/submissions.js';
import { expireParked } from './judge-parked.js';
import { expireParkedWork, parkedKey } from './save-judgement.js';

/** Parked events ended in one transaction, at most. */
const batch = 100;

/** How much was erased; a second time nothing is. */
export interface Erased {
  submissions: number;
  refusedEvents: number;
  parkedEvents: number;
}

/**
 * Takes out of this database what a person has written and shown (domain.md 6.3): addresses and texts of proofs, whole
 * events that were kept, and what is parked for references by which they were known before they became a pseudonym.
 * The ledger, receipts and hashes of proofs stay, with ids only. What is parked ends as if nobody had come.
 * @param refs such as `email:mia@rosewood.example`. One by which somebody is known parks nothing.
 * @throws DomainError `not_found` where the brand has no such ambassador.
 */
export async function eraseAmbassador(
  db: DataSource,
  brandId: string,
  ambassadorId: string,
  refs: readonly string[],
  now: Date,
): Promise<Erased> {
  const kept = await inTransaction(db, async sql => {
    if (!(await lockKnownAccount(sql, brandId, ambassadorId)))
      throw new DomainError('not_found', 'The brand has no ambassador with this id: check both ids.');
    const erased = {
      submissions: await eraseSubmissions(sql, brandId, ambassadorId),
      refusedEvents: await dropKeptOf(sql, brandId, ambassadorId),
    };
    const caller: Caller = { brandId, actor: { kind: 'system', id: 'points', ip: null } };
    if (erased.submissions + erased.refusedEvents === 0) return erased;
    await recordAudit(sql, 'points', caller, commandCause(brandId, now), {
      action: 'ambassador.erase',
      target: { kind: 'ambassador', id: ambassadorId },
      after: erased,
      at: now,
    });
    return erased;
  });
  let parkedEvents = 0;
  for (const ref of refs) parkedEvents += await endParked(db, brandId, ref, now);
  return { ...kept, parkedEvents };
}

async function endParked(db: DataSource, brandId: string, ref: string, now: Date): Promise<number> {
  for (let ended = 0; ; ) {
    const few = await inTransaction(db, async sql => {
      const events = await parkedFor(sql, brandId, ref, batch);
      for (const event of events) await expireParked(sql, event, now);
      // Its payload is the event.
      await cancelWork(
        sql,
        expireParkedWork,
        events.map(event => parkedKey(brandId, event.correlationid)),
      );
      if (events.length < batch) await forgetUnknownRef(sql, { brandId, ref });
      return events.length;
    });
    ended += few;
    if (few < batch) return ended;
  }
}
