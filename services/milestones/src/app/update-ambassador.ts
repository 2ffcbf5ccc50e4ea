import type { AmbassadorDetail, UpdateAmbassador } from '@cairn/contracts/http/ambassador';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { editAmbassador, isSame } from '../domain/ambassador.js';
import { lockAmbassador, updateAmbassadors } from '../out/postgres/ambassadors.js';
import { detailOf } from './ambassador-item.js';
import { audited } from './audited-ambassador.js';
import { ambassadorChange } from './catalog.js';
import type { AppContext } from './context.js';
import { duplicateOf } from './duplicates.js';
import { checkRevision, found } from './preconditions.js';

/**
 * Changes the fields that are given; where nothing differs, nothing is written or published.
 * @throws DomainError `not_found`, `stale`, `duplicate_external_id`, `duplicate_email`, `duplicate_code`
 */
export async function updateAmbassador(
  app: AppContext,
  caller: Caller,
  id: string,
  edit: UpdateAmbassador,
  expectedRevision: number | null,
): Promise<CommandAnswer<AmbassadorDetail>> {
  try {
    return await change(app, caller, id, edit, expectedRevision);
  } catch (error) {
    throw duplicateOf(error) ?? error;
  }
}

async function change(
  app: AppContext,
  caller: Caller,
  id: string,
  edit: UpdateAmbassador,
  expectedRevision: number | null,
): Promise<CommandAnswer<AmbassadorDetail>> {
  const { brandId } = caller;
  const now = app.clock();
  const cause = commandCause(brandId, now);
  return await inTransaction(app.db, async sql => {
    const before = found(await lockAmbassador(sql, brandId, id), 'ambassador');
    checkRevision(before.revision, expectedRevision);
    const wanted = { ...editAmbassador(before, edit), revision: before.revision };
    if (isSame(before, wanted)) return { body: detailOf(app, before), mark: null };
    await updateAmbassadors(sql, brandId, [wanted], now.toISOString());
    const after = { ...wanted, revision: before.revision + 1 };
    const changes = [ambassadorChange(app, brandId, after)];
    const mark = await publishCatalog(sql, 'milestones', 'catalogAmbassadors', cause, now, changes);
    await recordAudit(sql, 'milestones', caller, cause, {
      action: 'ambassador.update',
      target: { kind: 'ambassador', id },
      before: audited(before),
      after: audited(after),
      at: now,
    });
    return { body: detailOf(app, after), mark };
  });
}
