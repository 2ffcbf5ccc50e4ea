import type { BrandCatalog } from '../domain/catalog.js';
import type { SaleVerdict } from '../domain/judge-sale.js';
import type { SaleActivity } from './activity.js';
import type { SaleAward } from './new-award.js';
import type { RecalledRow } from './recalled-rows.js';

const dayMs = 86_400_000;

/**
 * The award of a sale whose row was read back (ADR 26): what the row says, whatever the rules would say now. Its hold
 * is as they say now, where they hold it at all.
 */
export function recalledAward(
  row: RecalledRow,
  sale: SaleActivity,
  verdict: SaleVerdict,
  { programs }: BrandCatalog,
): SaleAward {
  const points = row.pendingDelta + row.availableDelta;
  const programId = row.programId!;
  const heldFor = (programs.get(programId)?.holdDays ?? 0) * dayMs;
  return {
    id: row.id,
    points,
    programId,
    seriesId: row.seriesId!,
    availableAt: row.pendingDelta === 0 ? null : sale.occurredAt + heldFor,
    quiet: row.quiet,
    rule: ruleOf(verdict, points),
  };
}

/** What an action or a campaign step whose row was read back has earned: what the row says, likewise. */
export function asRecalled(row: RecalledRow, verdict: Verdict) {
  const points = row.pendingDelta + row.availableDelta;
  return {
    kind: 'award' as const,
    points,
    programId: row.programId!,
    seriesId: row.seriesId!,
    quiet: row.quiet,
    rule: ruleOf(verdict, points),
  };
}

interface Verdict {
  kind: string;
  points?: number;
  rule?: unknown;
}

function ruleOf(verdict: Verdict, points: number): unknown {
  return verdict.kind === 'award' && verdict.points === points ? verdict.rule : null;
}
