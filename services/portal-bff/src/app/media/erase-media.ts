import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import type { MediaStore } from '../../out/media/media-store.js';
import { eraseMediaOf, lockMediaOf, type MediaOwner } from '../../out/postgres/media.js';

/**
 * Erases all photos and videos of one person (domain.md 6.3): first nobody finds them, then their bytes go, also those that
 * this database has forgotten. Whatever dies in between: done again, it ends what was begun.
 * @returns how many were known.
 */
export async function eraseMedia(db: DataSource, store: MediaStore, owner: MediaOwner): Promise<number> {
  const known = await inTransaction(db, async sql => {
    await lockMediaOf(sql, owner);
    return await eraseMediaOf(sql, owner);
  });
  await store.removeAll(`${owner.brandId}/${owner.ambassadorId}/`);
  return known.length;
}
