import type { UpdateBrand } from '@cairn/contracts/http/brand';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { type Brand, lockBrand, saveBrand } from '../../out/postgres/brands.js';
import { touchBrands } from '../../out/postgres/read-model/touch-homes.js';
import { brandChange } from './brand-change.js';
import { brandTag } from './brand-tag.js';

/**
 * PATCH /brand: what is not named stays.
 * @param expected the {@link brandTag} that the caller read; null where they do not mind.
 * @throws DomainError `stale` where the settings are others by now.
 */
export async function updateBrand(
  db: DataSource,
  caller: Caller,
  asked: UpdateBrand,
  expected: string | null,
  now: Date,
): Promise<CommandAnswer<Brand>> {
  return await inTransaction(db, async sql => {
    const before = await lockBrand(sql, caller.brandId);
    if (before === undefined) throw new DomainError('not_found', 'There is no such brand.');
    if (expected !== null && expected !== brandTag(before)) {
      throw new DomainError(
        'stale',
        'It was changed since you read it: read it again and repeat your change.',
      );
    }
    const { attribution = {}, ...settings } = asked;
    const changed = { attribution: { ...before.attribution, ...named(attribution) }, ...named(settings) };
    const after = await saveBrand(sql, { ...before, ...changed });
    const cause = commandCause(caller.brandId, now);
    const mark = await publishCatalog(sql, 'portal-bff', 'catalogBrands', cause, now, [brandChange(after)]);
    await recordAudit(sql, 'portal-bff', caller, cause, {
      action: 'brand.update',
      target: { kind: 'brand', id: before.id },
      before,
      after,
      at: now,
    });
    await touchBrands(sql, [caller.brandId]);
    return { body: after, mark };
  });
}

/** An optional field that is there as undefined must not wipe what is stored. */
function named<Asked extends object>(
  asked: Asked,
): { [Key in keyof Asked]?: Exclude<Asked[Key], undefined> } {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof named<Asked>
  >;
}
