import {
  type CreateAmbassador,
  createAmbassador,
  type ImportedLines,
  type ImportReport,
} from '@cairn/contracts/http/ambassador';
import type { FieldError } from '@cairn/contracts/http/problem';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { fieldErrors } from '@cairn/service-kit/http/problem';
import { unstorableText } from '@cairn/service-kit/http/storable';
import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { foldEmail } from '../domain/ambassador.js';
import { type ImportLine, type ImportPlan, planImport } from '../domain/import-plan.js';
import { foldCode } from '../domain/referral-code.js';
import { insertAmbassadors, lockAmbassadorsByKeys, updateAmbassadors } from '../out/postgres/ambassadors.js';
import { insertMemberships } from '../out/postgres/memberships.js';
import { programNames } from '../out/postgres/programs.js';
import { ambassadorChange } from './catalog.js';
import type { AppContext } from './context.js';
import { duplicateOf } from './duplicates.js';
import { newCode } from './new-code.js';

/** Runs before giving up on others who take the same keys meanwhile; each sees what beat the one before. */
const runs = 5;

/**
 * Loads up to 1,000 ambassadors, each new or known by `externalId`, else e-mail; a bad line is reported and the others
 * go in. Loading the same again changes and publishes nothing (its lines count as updated). A known ambassador is not
 * moved to another program (`already_in_program`).
 * @param from place of the first item among all non-empty lines, from which `index` counts.
 */
export async function importAmbassadors(
  app: AppContext,
  caller: Caller,
  items: readonly unknown[],
  from: number,
): Promise<CommandAnswer<ImportedLines>> {
  const lines: ImportLine[] = [];
  const invalid: ImportReport['rejected'] = [];
  items.forEach((item, place) => {
    const read = readLine(item);
    if (Array.isArray(read)) invalid.push({ index: from + place, code: 'invalid_input', errors: read });
    else lines.push({ index: from + place, fields: read });
  });
  for (let run = 1; ; run++) {
    try {
      return await inTransaction(app.db, async sql => {
        const { body, mark, ids } = await load(app, caller, sql, lines, invalid);
        const ambassadorIds = items.map((_, place) => ids.get(from + place) ?? null);
        return { body: { ...body, ambassadorIds }, mark };
      });
    } catch (error) {
      if (duplicateOf(error) === undefined || run === runs) throw error;
    }
  }
}

/** One bad text must not fail the call of all the others in the database, so it is found here. */
function readLine(item: unknown): CreateAmbassador | FieldError[] {
  const parsed = createAmbassador.safeParse(item);
  if (!parsed.success) return fieldErrors(parsed.error);
  const unstorable = unstorableText(parsed.data);
  return unstorable.length === 0 ? parsed.data : unstorable;
}

async function load(
  app: AppContext,
  caller: Caller,
  sql: Sql,
  lines: readonly ImportLine[],
  invalid: ImportReport['rejected'],
): Promise<CommandAnswer<ImportReport> & { ids: Map<number, string> }> {
  const { brandId } = caller;
  const now = app.clock();
  const at = now.toISOString();
  const plan = await planFor(sql, brandId, lines, at);
  await insertAmbassadors(sql, brandId, plan.created, at);
  await insertMemberships(sql, brandId, plan.created);
  await updateAmbassadors(sql, brandId, plan.changed, at);
  const body = {
    created: plan.created.length,
    updated: plan.updated,
    rejected: [...invalid, ...plan.rejected].sort((a, b) => a.index - b.index),
  };
  const touched = [...plan.created, ...plan.changed];
  const { ambassadorIds: ids } = plan;
  if (touched.length === 0) return { body, mark: null, ids };
  const cause = commandCause(brandId, now);
  const changes = touched.map(person => ambassadorChange(app, brandId, person));
  const mark = await publishCatalog(sql, 'milestones', 'catalogAmbassadors', cause, now, changes);
  await recordAudit(sql, 'milestones', caller, cause, {
    action: 'ambassador.import',
    target: { kind: 'brand', id: brandId },
    after: { created: plan.created.map(person => person.id), changed: plan.changed.map(person => person.id) },
    at: now,
  });
  return { body, mark, ids };
}

async function planFor(
  sql: Sql,
  brandId: string,
  lines: readonly ImportLine[],
  now: string,
): Promise<ImportPlan> {
  const fields = lines.map(line => line.fields);
  const known = await lockAmbassadorsByKeys(sql, brandId, {
    externalIds: fields.flatMap(({ externalId }) => externalId ?? []),
    emails: fields.map(({ email }) => foldEmail(email)),
    codes: fields.flatMap(({ code }) => (code === undefined ? [] : foldCode(code))),
  });
  const programs = await programNames(sql, brandId, [...new Set(fields.map(({ programId }) => programId))]);
  return planImport(lines, {
    known,
    programs: new Set(programs.map(program => program.id)),
    now,
    newId,
    newCode,
  });
}
