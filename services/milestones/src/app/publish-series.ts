import type { PublishedSeries } from '@cairn/contracts/http/series';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type Cause, commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { constraintOf, type Sql } from '@cairn/service-kit/postgres/sql';
import { planEdition, promotesTop } from '../domain/edition.js';
import { type Publication, planPublication } from '../domain/publication.js';
import type { SeriesFields } from '../domain/series-draft.js';
import { lockPrograms } from '../out/postgres/programs.js';
import { insertRetroactive } from '../out/postgres/retroactive-publishes.js';
import { lockSeries, type StoredSeries, savePublication, selectSeries } from '../out/postgres/series.js';
import { seriesCounts } from '../out/postgres/series-counts.js';
import { stopSeries } from '../out/postgres/series-gate.js';
import { freePrograms, keepPrograms, otherSeriesOf, takePrograms } from '../out/postgres/series-programs.js';
import { seriesChange } from './catalog.js';
import type { AppContext } from './context.js';
import { checkPrograms } from './draft-checks.js';
import { checkRevision, found, notEnded } from './preconditions.js';
import { promotionWarnings, refuseCircle } from './promotion-checks.js';
import { viewOf } from './series-view.js';
import { scheduleAfterEdition, scheduleRetroactive } from './series-work.js';

/**
 * Publishes a draft as the next version, which never changes again (domain.md 3.1, 3.2, 3.7, 3.8). Its programs are locked
 * in id order, so of two series that want one program only the first gets it; the database's own constraint stands behind
 * that. Of a series that has begun the gate is held alone, so each row is counted by one version.
 * @param retroactive whether whoever meets a threshold by this version unlocks at once, by work that goes on in the
 *   background; before the first version nobody has a row in it.
 * @throws DomainError `not_found`, `stale`, `series_not_draft`, `series_ended`, `series_incomplete`,
 *   `program_in_another_series`, `promotion_circle`
 */
export async function publishSeries(
  app: AppContext,
  caller: Caller,
  id: string,
  expectedRevision: number | null,
  retroactive = false,
): Promise<CommandAnswer<PublishedSeries>> {
  const { brandId } = caller;
  return await app.commands.run(caller, async sql => {
    const asked = app.clock().toISOString();
    const { draft } = draftOf(found(await lockSeries(sql, brandId, id, asked), 'series'), expectedRevision);
    checkPrograms(draft, await lockPrograms(sql, brandId, draft.programIds));
    await refuseCircle(sql, brandId, id, draft, asked);
    await stopSeries(sql, id);
    // Only now: whoever was waited for published, or counted rows, at an earlier instant.
    const now = app.clock();
    const at = now.toISOString();
    const before = found(await selectSeries(sql, brandId, id, at), 'series');
    notEnded(before);
    const plan = planned(before, draft, at);
    await refuseSecondSeries(sql, brandId, id, draft, at);
    await save(sql, brandId, before, draft, plan, at);
    const cause = commandCause(brandId, now);
    const published = found(await selectSeries(sql, brandId, id, at), 'series');
    if (retroactive && before.version > 0) await beginRetroactive(sql, brandId, before, published, cause, at);
    await scheduleAfterEdition(sql, brandId, published);
    const changes = [seriesChange(brandId, published)];
    const mark = await publishCatalog(sql, 'milestones', 'catalogPrograms', cause, now, changes);
    await recordAudit(sql, 'milestones', caller, cause, {
      action: 'series.publish',
      target: { kind: 'series', id },
      before: contentOf(before),
      after: { ...contentOf(published), retroactive },
      at: now,
    });
    const warnings = await promotionWarnings(sql, brandId, published.fields, at);
    const body = found(await selectSeries(sql, brandId, id, at), 'series');
    return { body: { ...viewOf(body), warnings }, mark };
  });
}

function draftOf(series: StoredSeries, expectedRevision: number | null): { draft: SeriesFields } {
  checkRevision(series.revision, expectedRevision);
  notEnded(series);
  const { draft } = series;
  if (draft !== null) return { draft };
  throw new DomainError('series_not_draft', 'Nothing differs from what is published: edit the series first.');
}

function planned(before: StoredSeries, draft: SeriesFields, at: string): Publication {
  const plan = before.version === 0 ? planPublication(draft, at) : planEdition(draft, before, at);
  if (!Array.isArray(plan)) return plan;
  throw new DomainError('series_incomplete', 'Mend what errors names, then publish.', plan);
}

/** A program is in at most one published series that is not ended, even where their periods would not meet (3.1). */
async function refuseSecondSeries(
  sql: Sql,
  brandId: string,
  id: string,
  draft: SeriesFields,
  at: string,
): Promise<void> {
  const other = await otherSeriesOf(sql, brandId, draft.programIds, id, at);
  if (other !== undefined) throw inAnother(`Program ${other.programId} is in series ${other.seriesId}`);
}

async function save(
  sql: Sql,
  brandId: string,
  before: StoredSeries,
  draft: SeriesFields,
  plan: Publication,
  at: string,
): Promise<void> {
  await savePublication(sql, brandId, before, draft, plan, at);
  try {
    await saveProgramsOf(sql, brandId, before, draft.programIds, plan, at);
  } catch (error) {
    if (constraintOf(error) !== 'series_programs_one_at_a_time') throw error;
    throw inAnother('One of the programs was in another series in a part of this period');
  }
}

/**
 * What a series has not begun with, its programs have not either. Of one that has, a program that leaves is free from
 * now, one that comes in belongs to it from now, and the others follow its end.
 */
async function saveProgramsOf(
  sql: Sql,
  brandId: string,
  { id, version, status, fields }: StoredSeries,
  programIds: readonly string[],
  { startsAt, endsAt }: Publication,
  at: string,
): Promise<void> {
  if (version === 0 || status === 'scheduled') {
    await freePrograms(sql, brandId, id, at);
    await takePrograms(sql, brandId, id, programIds, { from: startsAt, to: endsAt });
    return;
  }
  const had = new Set(fields.programIds);
  const left = fields.programIds.filter(programId => !programIds.includes(programId));
  if (left.length > 0) await freePrograms(sql, brandId, id, at, left);
  const stay = programIds.filter(programId => had.has(programId));
  await keepPrograms(sql, brandId, id, stay, at, endsAt);
  const came = programIds.filter(programId => !had.has(programId));
  await takePrograms(sql, brandId, id, came, { from: at, to: endsAt });
}

async function beginRetroactive(
  sql: Sql,
  brandId: string,
  before: StoredSeries,
  { id, version, fields }: StoredSeries,
  { causationId, correlationId, acceptedAt }: Cause,
  at: string,
): Promise<void> {
  const by = {
    causeId: causationId,
    correlationId,
    acceptedAt,
    entryId: null,
    programId: null,
    quiet: false,
  };
  const { participants } = await seriesCounts(sql, id);
  const publish = { version, by, promotesTop: promotesTop(before.fields, fields), participants };
  await insertRetroactive(sql, brandId, id, publish, at);
  await scheduleRetroactive(sql, brandId, id, at);
}

function contentOf({ status, version, fields }: StoredSeries) {
  return { status, version, ...(version === 0 ? {} : fields) };
}

function inAnother(what: string): DomainError {
  return new DomainError(
    'program_in_another_series',
    `${what}: a program is in one series at a time. End the other, or take the program out.`,
  );
}
