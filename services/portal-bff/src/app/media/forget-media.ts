import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import type { MediaStore } from '../../out/media/media-store.js';
import { deleteMedia, forgetMedia, type MediaOwner } from '../../out/postgres/media.js';

/** Where a file's bytes are: all of one person's begin alike, and no two brands' do. */
export function keyOf({ brandId, ambassadorId, id }: MediaOwner & { id: string }): string {
  return `${brandId}/${ambassadorId}/${id}`;
}

/**
 * Takes a file away: first nobody finds it, then its bytes go, then its row. Whatever dies in between is done again.
 * @param uses as they were when it was decided. @returns false where it was used or kept since: then it stays.
 */
export async function forgottenMedia(
  db: DataSource,
  store: MediaStore,
  media: MediaOwner & { id: string },
  uses: readonly string[],
): Promise<boolean> {
  if (!(await inTransaction(db, sql => forgetMedia(sql, media.id, uses)))) return false;
  await store.remove(keyOf(media));
  await deleteMedia(onPool(db), media.id);
  return true;
}
