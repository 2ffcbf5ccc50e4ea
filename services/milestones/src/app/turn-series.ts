import type { PublishedSeries } from '@cairn/contracts/http/series';
import { recordAudit } from '@cairn/service-kit/audit';
import { type CatalogMark, publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { type Cause, commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { end, pause, resume, type Turn, type Turned } from '../domain/lifecycle.js';
import { lockSeries, type StoredSeries, saveTurn, selectSeries } from '../out/postgres/series.js';
import { stopSeries } from '../out/postgres/series-gate.js';
import { freePrograms } from '../out/postgres/series-programs.js';
import { seriesChange } from './catalog.js';
import type { AppContext } from './context.js';
import { checkRevision, found } from './preconditions.js';
import { promotionWarnings } from './promotion-checks.js';
import { viewOf } from './series-view.js';
import { scheduleAfterTurn } from './series-work.js';

type Command = (
  app: AppContext,
  caller: Caller,
  id: string,
  expectedRevision: number | null,
) => Promise<CommandAnswer<PublishedSeries>>;

/**
 * From now until the resume nothing that happens earns, and nothing unlocks (domain.md 3.2).
 * @throws DomainError `not_found`, `stale`, `series_not_live`, `series_ended`
 */
export const pauseSeries = turning('series.pause', pause);

/**
 * It is live again; what was reached in the pause unlocks in the background (domain.md 3.2).
 * @throws DomainError `not_found`, `stale`, `series_not_paused`, `series_ended`
 */
export const resumeSeries = turning('series.resume', resume);

/**
 * It is over, and its programs are free for another (domain.md 3.1, 3.10). A paused one is resumed first: what was
 * reached in the pause unlocks (3.2). A scheduled one never begins.
 * @throws DomainError `not_found`, `stale`, `series_not_live` (a draft), `series_ended`
 */
export const endSeries = turning('series.end', end);

function turning(action: string, turn: Turn): Command {
  return async (app, caller, id, expectedRevision) => {
    const { brandId } = caller;
    return await app.commands.run(caller, async sql => {
      found(await lockSeries(sql, brandId, id, app.clock().toISOString()), 'series');
      await stopSeries(sql, id);
      // Only now: whoever was waited for counted rows, or turned it, at an earlier instant.
      const now = app.clock();
      const before = found(await selectSeries(sql, brandId, id, now.toISOString()), 'series');
      checkRevision(before.revision, expectedRevision);
      const turned = turn(before, now.toISOString());
      if ('refused' in turned) throw new DomainError(turned.refused.code, turned.refused.detail);
      const cause = commandCause(brandId, now);
      const { after, mark } = await saveTurned(sql, brandId, before, turned, cause, now);
      await recordAudit(sql, 'milestones', caller, cause, {
        action,
        target: { kind: 'series', id },
        before: { status: before.status, endsAt: before.endsAt },
        after: { status: after.status, endsAt: after.endsAt },
        at: now,
      });
      const isOver = after.status === 'ended' || after.status === 'paused';
      const warnings = isOver ? [] : await promotionWarnings(sql, brandId, after.fields, now.toISOString());
      return { body: { ...viewOf(after), warnings }, mark };
    });
  };
}

/** Writes what a series became, whose gate is held alone, and tells the catalog. */
export async function saveTurned(
  sql: Sql,
  brandId: string,
  before: StoredSeries,
  turned: Turned,
  cause: Cause,
  now: Date,
): Promise<{ after: StoredSeries; mark: CatalogMark }> {
  const at = now.toISOString();
  await saveTurn(sql, brandId, before.id, turned, at);
  const isEnded = turned.endsAt !== null && turned.endsAt <= at;
  if (isEnded) await freePrograms(sql, brandId, before.id, turned.endsAt!);
  const after = found(await selectSeries(sql, brandId, before.id, at), 'series');
  await scheduleAfterTurn(sql, brandId, before, after, at);
  const mark = await publishCatalog(sql, 'milestones', 'catalogPrograms', cause, now, [
    seriesChange(brandId, after),
  ]);
  return { after, mark };
}
