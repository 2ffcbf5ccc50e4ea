import type { AmbassadorDetail } from '@cairn/contracts/http/ambassador';
import type { PageQuery } from '@cairn/contracts/http/page';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { foldEmail } from '../domain/ambassador.js';
import { foldCode } from '../domain/referral-code.js';
import { selectAmbassador, selectAmbassadors } from '../out/postgres/ambassadors.js';
import { detailOf, itemOf } from './ambassador-item.js';
import type { AppContext } from './context.js';
import { idCursor } from './cursors.js';
import { found } from './preconditions.js';

export interface AmbassadorSearch extends PageQuery {
  externalId?: string | undefined;
  email?: string | undefined;
  code?: string | undefined;
  programId?: string | undefined;
}

/** A page of the brand's ambassadors that match every filter given, newest first (domain.md 1.3). */
export async function findAmbassadors(app: AppContext, brandId: string, search: AmbassadorSearch) {
  const after = decodeCursor(search.cursor, idCursor)?.[0] ?? null;
  const filter = {
    externalId: search.externalId ?? null,
    email: search.email === undefined ? null : foldEmail(search.email),
    code: search.code === undefined ? null : foldCode(search.code),
    programId: search.programId ?? null,
  };
  const rows = await selectAmbassadors(onPool(app.db), brandId, filter, after, search.limit);
  return pageOf(
    rows,
    search.limit,
    person => itemOf(app, person),
    person => [person.id],
  );
}

/** @throws DomainError `not_found` */
export async function getAmbassador(app: AppContext, brandId: string, id: string): Promise<AmbassadorDetail> {
  return detailOf(app, found(await selectAmbassador(onPool(app.db), brandId, id), 'ambassador'));
}
