import type { PublishedSeries } from '@cairn/contracts/http/series';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { constraintOf, type Sql } from '@cairn/service-kit/postgres/sql';
import { type Publication, planPublication } from '../domain/publication.js';
import { lockPrograms } from '../out/postgres/programs.js';
import {
  lockSeries,
  otherSeriesOf,
  type StoredSeries,
  savePublication,
  selectSeries,
} from '../out/postgres/series.js';
import { seriesChange } from './catalog.js';
import type { AppContext } from './context.js';
import { checkPrograms } from './draft-checks.js';
import { checkRevision, found } from './preconditions.js';
import { promotionWarnings, refuseCircle } from './promotion-checks.js';
import { viewOf } from './series-view.js';

/**
 * Publishes a draft as version 1 (domain.md 3.1, 3.2, 3.7, 3.8). Its programs are locked in id order, so of two series that
 * want one program only the first gets it; the database's own constraint stands behind that.
 * @throws DomainError `not_found`, `stale`, `series_not_draft`, `series_incomplete`, `program_in_another_series`,
 *   `promotion_circle`
 */
export async function publishSeries(
  app: AppContext,
  caller: Caller,
  id: string,
  expectedRevision: number | null,
): Promise<CommandAnswer<PublishedSeries>> {
  const { brandId } = caller;
  return await app.commands.run(caller, async sql => {
    const asked = app.clock().toISOString();
    const draft = found(await lockSeries(sql, brandId, id, asked), 'series');
    checkRevision(draft.revision, expectedRevision);
    if (draft.status !== 'draft')
      throw new DomainError('series_not_draft', 'The series is published already.');
    checkPrograms(draft.fields, await lockPrograms(sql, brandId, draft.fields.programIds));
    // Only now: whoever was waited for published at an earlier instant.
    const now = app.clock();
    const at = now.toISOString();
    const plan = planned(draft, at);
    await refuseSecondSeries(sql, brandId, draft, at);
    await refuseCircle(sql, brandId, draft.fields, at);
    await save(sql, brandId, draft, plan, at);
    const published = found(await selectSeries(sql, brandId, id, at), 'series');
    const cause = commandCause(brandId, now);
    const changes = [seriesChange(brandId, published)];
    const mark = await publishCatalog(sql, 'milestones', 'catalogPrograms', cause, now, changes);
    await recordAudit(sql, 'milestones', caller, cause, {
      action: 'series.publish',
      target: { kind: 'series', id },
      before: { status: draft.status, version: draft.version },
      after: { status: published.status, version: published.version, ...published.fields },
      at: now,
    });
    const warnings = await promotionWarnings(sql, brandId, published.fields, at);
    return { body: { ...viewOf(published), warnings }, mark };
  });
}

function planned(draft: StoredSeries, at: string): Publication {
  const plan = planPublication(draft.fields, at);
  if (!Array.isArray(plan)) return plan;
  throw new DomainError('series_incomplete', 'Mend what errors names, then publish.', plan);
}

/** A program is in at most one published series that is not ended, even where their periods would not meet (3.1). */
async function refuseSecondSeries(sql: Sql, brandId: string, draft: StoredSeries, at: string): Promise<void> {
  const other = await otherSeriesOf(sql, brandId, draft.fields.programIds, draft.id, at);
  if (other !== undefined) throw inAnother(`Program ${other.programId} is in series ${other.seriesId}`);
}

async function save(
  sql: Sql,
  brandId: string,
  draft: StoredSeries,
  plan: Publication,
  at: string,
): Promise<void> {
  try {
    await savePublication(sql, brandId, draft, plan, at);
  } catch (error) {
    if (constraintOf(error) !== 'series_programs_one_at_a_time') throw error;
    throw inAnother('One of the programs was in another series in a part of this period');
  }
}

function inAnother(what: string): DomainError {
  return new DomainError(
    'program_in_another_series',
    `${what}: a program is in one series at a time. End the other, or take the program out.`,
  );
}
