import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { ProofState } from '../../app/action-holdings.js';
import type { ProofKey } from '../../app/wanted-holdings.js';

interface ProofRow extends ProofKey {
  ambassadorId: string | null;
  eventId: string | null;
  heldAt: string | null;
  waiting: boolean;
}

const key = {
  brand_id: ['uuid', (row: ProofKey) => row.brandId],
  action_id: ['uuid', (row: ProofKey) => row.actionId],
  proof: ['text', (row: ProofKey) => row.proof],
} as const;

/**
 * Locks proofs in order, making those that are not there: whoever else brings one of them waits, and then finds it held
 * (domain.md 2.4).
 */
export async function lockProofs(sql: Sql, proofs: readonly ProofKey[]): Promise<ProofState[]> {
  if (proofs.length === 0) return [];
  const set = unnest(proofs, key);
  const rows = await sql.query<ProofRow>(
    `INSERT INTO proofs AS known (brand_id, action_id, proof)
     SELECT brand_id, action_id, decode(proof, 'hex') FROM ${set.from} ORDER BY brand_id, action_id, proof
     ON CONFLICT (brand_id, action_id, proof) DO UPDATE SET waiting = known.waiting
     RETURNING brand_id AS "brandId", action_id AS "actionId", encode(proof, 'hex') AS proof,
       ambassador_id AS "ambassadorId", event_id AS "eventId", held_at AS "heldAt", waiting`,
    set.params,
  );
  return rows.map(({ ambassadorId, eventId, heldAt, waiting, ...row }) => ({
    ...row,
    holder:
      ambassadorId === null || eventId === null || heldAt === null
        ? null
        : {
            brandId: row.brandId,
            actionId: row.actionId,
            ambassadorId,
            eventId,
            at: Date.parse(heldAt),
            waiting,
          },
  }));
}

/** By their key, as orders are. */
export async function saveProofs(sql: Sql, proofs: readonly ProofState[]): Promise<void> {
  if (proofs.length === 0) return;
  const set = unnest(proofs, {
    ...key,
    ambassador_id: ['uuid', (row: ProofState) => row.holder?.ambassadorId ?? null],
    event_id: ['text', (row: ProofState) => row.holder?.eventId ?? null],
    held_at: [
      'timestamptz',
      (row: ProofState) => (row.holder === null ? null : new Date(row.holder.at).toISOString()),
    ],
    waiting: ['boolean', (row: ProofState) => row.holder?.waiting ?? false],
  });
  await sql.query(
    `INSERT INTO proofs (${set.names})
     SELECT ${set.names.replace('proof', "decode(proof, 'hex')")} FROM ${set.from} ORDER BY brand_id, action_id, proof
     ON CONFLICT (brand_id, action_id, proof) DO UPDATE
     SET ambassador_id = excluded.ambassador_id, event_id = excluded.event_id, held_at = excluded.held_at,
       waiting = excluded.waiting`,
    set.params,
  );
}
