import { rejectSubmission } from '@cairn/contracts/http/submission';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { setTrust } from '../app/change-trusts.js';
import { decideSubmission, decideSubmissions } from '../app/decide-submissions.js';
import { handInAgain } from '../app/hand-in-again.js';
import type { Decision } from '../app/review-submission.js';
import { shareOf, submissionId } from '../app/submission.js';
import { earningScene } from './earning-scene.js';

const decidedAt = '2026-11-05T00:00:00Z';

/** {@link earningScene} with reviewers. Submissions are named by their events. */
export async function reviewScene(db: DataSource, options: Parameters<typeof earningScene>[1] = {}) {
  const s = await earningScene(db, options);
  const idOf = (eventId: string) => submissionId({ brandId: s.ids.brand, eventId });

  const decide = async (
    eventId: string,
    decision: Decision,
    at = decidedAt,
    revision: number | null = null,
  ) =>
    (
      await inTransaction(db, sql =>
        decideSubmission(sql, s.caller, idOf(eventId), decision, revision, new Date(at)),
      )
    ).body;

  return {
    ...s,
    idOf,
    decide,
    approve: (eventId: string, at?: string) => decide(eventId, { kind: 'approve' }, at),
    reject: (eventId: string, at?: string) => {
      const { reason, text } = rejectSubmission.parse({ reason: 'not_visible', text: 'It is private.' });
      return decide(eventId, { kind: 'reject', reason, text: text ?? null }, at);
    },
    undo: (eventId: string, at?: string) => decide(eventId, { kind: 'undo' }, at),
    bulk: (eventIds: string[], decision: Decision) =>
      inTransaction(db, sql =>
        decideSubmissions(sql, s.caller, eventIds.map(idOf), decision, new Date(decidedAt)),
      ),
    mend: (
      eventId: string,
      input: Parameters<typeof handInAgain>[4],
      ambassadorId = s.ids.ambassador,
      at = decidedAt,
    ) =>
      inTransaction(db, sql =>
        handInAgain(sql, s.caller, ambassadorId, idOf(eventId), input, null, new Date(at)),
      ),
    trust: (trust: 'new' | 'standard' | 'trusted' | null, ambassadorId = s.ids.ambassador) =>
      inTransaction(db, sql => setTrust(sql, s.caller, ambassadorId, trust, new Date(decidedAt))),
    trusted: async (ambassadorId = s.ids.ambassador) =>
      (
        await onPool(db).query<{ trust: string; set_by: string }>(
          'SELECT trust, set_by FROM trusts WHERE ambassador_id = $1',
          [ambassadorId],
        )
      )[0],
    submissions: () =>
      onPool(db).query<{ event: string; status: string; sampled: boolean }>(
        `SELECT event_id AS event, status, sampled FROM submissions
         WHERE brand_id = $1 AND replaced_by IS NULL ORDER BY event_id`,
        [s.ids.brand],
      ),
    /** Kinds and points of the ledger's rows, such as `action 40`. */
    ledger: async () => (await s.rows()).map(row => `${row.kind} ${row.pending + row.available}`),
    /** Event ids of this brand that are, or are not, of a sample of so many percent. */
    eventIds: (count: number, of: { percent: number; sampled: boolean }) => {
      const ids: string[] = [];
      for (let n = 0; ids.length < count; n++) {
        const eventId = `${of.sampled ? 'sampled' : 'other'}-${n}`;
        const isSampled = shareOf({ brandId: s.ids.brand, eventId }) * 100 < of.percent;
        if (isSampled === of.sampled) ids.push(eventId);
      }
      return ids;
    },
  };
}
