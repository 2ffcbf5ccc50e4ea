import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { editionMistakes } from '../domain/edition.js';
import {
  draftMistakes,
  type FieldMistake,
  promotionTarget,
  type SeriesFields,
} from '../domain/series-draft.js';
import { programNames } from '../out/postgres/programs.js';
import type { StoredSeries } from '../out/postgres/series.js';

/** @throws DomainError `invalid_input` naming what no draft may be, `not_found` for a program of nobody or another brand. */
export async function checkDraft(sql: Sql, brandId: string, draft: SeriesFields): Promise<void> {
  await check(sql, brandId, draft, draftMistakes(draft));
}

/** What is to be the next version of a series. @throws DomainError as {@link checkDraft} */
export async function checkEdition(
  sql: Sql,
  brandId: string,
  series: StoredSeries,
  draft: SeriesFields,
): Promise<void> {
  await check(
    sql,
    brandId,
    draft,
    series.version === 0 ? draftMistakes(draft) : editionMistakes(draft, series),
  );
}

async function check(
  sql: Sql,
  brandId: string,
  draft: SeriesFields,
  mistakes: FieldMistake[],
): Promise<void> {
  if (mistakes.length > 0)
    throw new DomainError('invalid_input', 'Mend the fields named in errors and send it again.', mistakes);
  const target = promotionTarget(draft);
  const ids = target === undefined ? draft.programIds : [...draft.programIds, target];
  const programs = (await programNames(sql, brandId, ids)).map(program => program.id);
  checkPrograms(draft, programs);
  if (target !== undefined && !programs.includes(target))
    throw notFound([{ path: 'completion.programId', message: 'no program of this brand has this id' }]);
}

/** Its own programs, of which publishing locks those that exist. @throws DomainError `not_found` */
export function checkPrograms(draft: SeriesFields, existing: readonly string[]): void {
  const missing = draft.programIds.flatMap((id, index) =>
    existing.includes(id)
      ? []
      : [{ path: `programIds.${index}`, message: 'no program of this brand has this id' }],
  );
  if (missing.length > 0) throw notFound(missing);
}

function notFound(errors: FieldMistake[]): DomainError {
  return new DomainError('not_found', 'No program with this id: take the ids from GET /programs.', errors);
}
