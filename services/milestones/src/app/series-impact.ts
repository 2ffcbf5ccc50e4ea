import type { SeriesImpact, UpdateSeries } from '@cairn/contracts/http/series';
import { DomainError } from '@cairn/service-kit/domain-error';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { editionOf, promotesTop } from '../domain/edition.js';
import { editDraft, type SeriesFields } from '../domain/series-draft.js';
import { countCompleting, countGaining, type GainedBy } from '../out/postgres/gaining.js';
import { type StoredSeries, selectSeries } from '../out/postgres/series.js';
import type { AppContext } from './context.js';
import { checkEdition } from './draft-checks.js';
import { found, notEnded } from './preconditions.js';
import { promotionWarnings } from './promotion-checks.js';

/** Milliseconds a statement: it reads every participant once. */
const patience = 25_000;

type Warnings = SeriesImpact['warnings'];

/**
 * What a retroactive publish of an edit would do (domain.md 3.8), counted over progress and unlocks in one pass; nothing
 * is changed. Without an edit, of the draft as it stands.
 * @throws DomainError `not_found`, `series_ended`, `invalid_input`
 */
export async function seriesImpact(
  app: AppContext,
  brandId: string,
  id: string,
  edit: UpdateSeries,
): Promise<SeriesImpact> {
  return await inTransaction(app.db, async sql => {
    await sql.query(`SET LOCAL statement_timeout = ${patience}`);
    return await count(app, sql, brandId, id, edit);
  });
}

async function count(
  app: AppContext,
  sql: Sql,
  brandId: string,
  id: string,
  edit: UpdateSeries,
): Promise<SeriesImpact> {
  const now = app.clock().toISOString();
  const series = found(await selectSeries(sql, brandId, id, now), 'series');
  notEnded(series);
  const next = editDraft(series.draft ?? editionOf(series), edit, newId);
  await checkEdition(sql, brandId, series, next);
  if (next.tiers.length === 0)
    throw new DomainError('invalid_input', 'Mend the fields named in errors and send it again.', [
      { path: 'tiers', message: 'a series has at least one tier: add one' },
    ]);
  const by: GainedBy = {
    fields: next,
    promotesTop: series.version > 0 && promotesTop(series.fields, next),
    version: series.version + 1,
  };
  const gaining = await countGaining(sql, brandId, id, by);
  return {
    gaining: next.tiers.map(({ id: tierId, name, threshold }) => ({
      tier: { id: tierId, name, threshold },
      ambassadors: gaining.get(tierId) ?? 0,
    })),
    completing: await countCompleting(sql, brandId, id, by),
    warnings: [...warningsOf(series, next), ...(await promotionWarnings(sql, brandId, next, now))],
  };
}

function warningsOf(series: StoredSeries, next: SeriesFields): Warnings {
  if (series.version === 0) return [];
  const warnings: Warnings = [];
  const gone = series.fields.tiers.filter(tier => !next.tiers.some(({ id }) => id === tier.id));
  if (gone.length > 0)
    warnings.push({
      code: 'tier_removed',
      text: `${namesOf(gone)} will be gone from the ladder. Whoever has unlocked it keeps it, and its rewards.`,
    });
  const left = series.fields.programIds.filter(id => !next.programIds.includes(id));
  if (left.length > 0)
    warnings.push({
      code: 'program_removed',
      text: 'A program leaves the series: what happens in it after the publish earns nothing until another series has it.',
    });
  if (series.isPaused)
    warnings.push({
      code: 'paused',
      text: 'The series is paused: what is gained unlocks when it is resumed.',
    });
  const { retroactive } = series;
  if (retroactive !== null && retroactive.finishedAt === null)
    warnings.push({
      code: 'publish_running',
      text: `Version ${retroactive.version} is still unlocking tiers: some of those counted here get theirs by it.`,
    });
  return warnings;
}

function namesOf(tiers: readonly { name: string }[]): string {
  return tiers.map(tier => tier.name).join(', ');
}
