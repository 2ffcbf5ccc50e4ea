import type { PageQuery } from '@cairn/contracts/http/page';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { selectPrograms } from '../out/postgres/programs.js';
import type { AppContext } from './context.js';
import { idCursor } from './cursors.js';

/** A page of the brand's programs, newest first. */
export async function listPrograms(app: AppContext, brandId: string, { limit, cursor }: PageQuery) {
  const after = decodeCursor(cursor, idCursor)?.[0] ?? null;
  const rows = await selectPrograms(onPool(app.db), brandId, after, limit);
  return pageOf(
    rows,
    limit,
    program => program,
    program => [program.id],
  );
}
