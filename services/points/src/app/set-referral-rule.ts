import { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import type { ReferralRule } from '@cairn/contracts/referral-rule';
import { recordAudit } from '@cairn/service-kit/audit';
import { type CatalogMark, publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const lockProgram = 'SELECT program_id FROM programs WHERE brand_id = $1 AND program_id = $2 FOR UPDATE';

const selectRule = 'SELECT rule FROM referral_rules WHERE brand_id = $1 AND program_id = $2';

const upsertRule = `
  INSERT INTO referral_rules (program_id, brand_id, rule) VALUES ($2, $1, $3)
  ON CONFLICT (program_id) DO UPDATE SET rule = excluded.rule`;

/** @throws DomainError `not_found` for a program that the brand does not have. */
export async function findReferralRule(
  sql: Sql,
  brandId: string,
  programId: string,
): Promise<ReferralRule | null> {
  const [program] = await sql.query('SELECT 1 FROM programs WHERE brand_id = $1 AND program_id = $2', [
    brandId,
    programId,
  ]);
  if (program === undefined) throw noProgram();
  const [row] = await sql.query<{ rule: ReferralRule }>(selectRule, [brandId, programId]);
  return row?.rule ?? null;
}

/**
 * Sets a program's referral rule (domain.md 2.6); events judged from now on go by it.
 * @returns the mark for the barrier.
 * @throws DomainError `not_found` for a program that the brand does not have.
 */
export async function setReferralRule(
  sql: Sql,
  caller: Caller,
  programId: string,
  rule: ReferralRule,
  now: Date,
): Promise<CatalogMark> {
  const { brandId } = caller;
  const [program] = await sql.query(lockProgram, [brandId, programId]);
  if (program === undefined) throw noProgram();
  const before = await findReferralRule(sql, brandId, programId);
  await sql.query(upsertRule, [brandId, programId, JSON.stringify(rule)]);
  const cause = commandCause(brandId, now);
  const target = { kind: 'program', id: programId };
  await recordAudit(sql, 'points', caller, cause, {
    action: 'referral-rule.set',
    target,
    before,
    after: rule,
    at: now,
  });
  return await publishCatalog(sql, 'points', 'catalogEarning', cause, now, [
    {
      definition: referralRuleChanged,
      key: `${brandId}:referral-rule:${programId}`,
      data: { programId, rule },
    },
  ]);
}

function noProgram(): DomainError {
  return new DomainError('not_found', 'There is no program with this id: take one from GET /programs.');
}
