import { isDeepStrictEqual } from 'node:util';
import type { SeriesView, UpdateSeries } from '@cairn/contracts/http/series';
import { recordAudit } from '@cairn/service-kit/audit';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { editionOf } from '../domain/edition.js';
import { editDraft } from '../domain/series-draft.js';
import { lockSeries, saveDraft, selectSeries } from '../out/postgres/series.js';
import type { AppContext } from './context.js';
import { checkEdition } from './draft-checks.js';
import { checkRevision, found, notEnded } from './preconditions.js';
import { viewOf } from './series-view.js';

/**
 * Changes the draft's fields that are given; tiers as a whole, those with an id keep it. Of a published series it makes a
 * draft of the next version (domain.md 3.8), until nothing differs from what is published.
 * @throws DomainError `not_found`, `stale`, `series_ended`, `invalid_input`
 */
export async function updateSeries(
  app: AppContext,
  caller: Caller,
  id: string,
  edit: UpdateSeries,
  expectedRevision: number | null,
): Promise<CommandAnswer<SeriesView>> {
  const { brandId } = caller;
  const now = app.clock();
  const at = now.toISOString();
  return await inTransaction(app.db, async sql => {
    const before = found(await lockSeries(sql, brandId, id, at), 'series');
    checkRevision(before.revision, expectedRevision);
    notEnded(before);
    const published = before.version === 0 ? null : editionOf(before);
    const was = before.draft ?? editionOf(before);
    const edited = editDraft(was, edit, newId);
    if (isDeepStrictEqual(edited, was)) return { body: viewOf(before), mark: null };
    await checkEdition(sql, brandId, before, edited);
    await saveDraft(sql, brandId, id, isDeepStrictEqual(edited, published) ? null : edited, at);
    await recordAudit(sql, 'milestones', caller, commandCause(brandId, now), {
      action: 'series.update',
      target: { kind: 'series', id },
      before: was,
      after: edited,
      at: now,
    });
    return { body: viewOf(found(await selectSeries(sql, brandId, id, at), 'series')), mark: null };
  });
}
