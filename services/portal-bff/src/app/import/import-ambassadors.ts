import type { TrustLevel } from '@cairn/contracts/earning';
import {
  createTrustedAmbassador,
  type ImportedLines,
  type ImportReport,
} from '@cairn/contracts/http/ambassador';
import { fieldErrors } from '@cairn/service-kit/http/problem';
import type { ImportLine } from './import-line.js';

/** Items a call to milestones. */
const sliceSize = 500;
/** Rejected lines that the answer lists; the rest are counted. */
const listed = 1_000;

/** Who loads the ambassadors of a slice, and who trusts them (domain.md 1.5). Both do the same again if told again. */
export interface ImportSlice {
  load(items: unknown[]): Promise<ImportedLines>;
  trust(ambassadors: ImportedTrust[]): Promise<void>;
}

interface ImportedTrust {
  ambassadorId: string;
  trust: TrustLevel;
}

/** `rejectedCount` where the answer lists only the first 1,000. */
export type ImportAnswer = ImportReport & { rejectedCount?: number };

type Refusal = Omit<ImportReport['rejected'][number], 'index'>;
type ReadItem = { item: unknown; trust: TrustLevel | undefined };

/**
 * POST /ambassadors/import: hands the readable lines on in slices, one after the other, so that the upload waits for
 * them and no length matters. What a slice refuses is told by the line's own place.
 */
export async function importAmbassadors(
  lines: AsyncIterable<ImportLine>,
  slices: ImportSlice,
): Promise<ImportAnswer> {
  const answer: ImportReport = { created: 0, updated: 0, rejected: [] };
  let rejectedCount = 0;
  const reject = (rejected: ImportReport['rejected'][number]) => {
    rejectedCount++;
    if (answer.rejected.length < listed) answer.rejected.push(rejected);
  };
  let slice: (ReadItem & { index: number })[] = [];
  const flush = async () => {
    if (slice.length === 0) return;
    const report = await slices.load(slice.map(line => line.item));
    answer.created += report.created;
    answer.updated += report.updated;
    for (const rejected of report.rejected) {
      reject({ ...rejected, index: slice[rejected.index]?.index ?? rejected.index });
    }
    const trusts = trustsOf(slice, report.ambassadorIds);
    if (trusts.length > 0) await slices.trust(trusts);
    slice = [];
  };
  for await (const line of lines) {
    const read = 'item' in line ? trustApart(line.item) : refusal(line);
    if ('errors' in read) reject({ index: line.index, ...read });
    else slice.push({ index: line.index, ...read });
    if (slice.length >= sliceSize) await flush();
  }
  await flush();
  answer.rejected.sort((a, b) => a.index - b.index);
  return rejectedCount > listed ? { ...answer, rejectedCount } : answer;
}

const onlyTrust = createTrustedAmbassador.pick({ trust: true }).loose();

/** Everything else is milestones' to judge, also what is no object at all. */
function trustApart(item: unknown): ReadItem | Refusal {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return { item, trust: undefined };
  const read = onlyTrust.safeParse(item);
  if (!read.success) return { code: 'invalid_input', errors: fieldErrors(read.error) };
  const { trust, ...rest } = read.data;
  return { item: rest, trust };
}

/** A later line of one ambassador is the one that counts. */
function trustsOf(
  slice: readonly ReadItem[],
  ambassadorIds: ImportedLines['ambassadorIds'],
): ImportedTrust[] {
  const trusts = new Map<string, ImportedTrust>();
  for (const [place, { trust }] of slice.entries()) {
    const ambassadorId = ambassadorIds[place];
    if (trust !== undefined && ambassadorId) trusts.set(ambassadorId, { ambassadorId, trust });
  }
  return [...trusts.values()];
}

function refusal({ wrong }: Extract<ImportLine, { wrong: unknown }>): Refusal {
  return { code: wrong.code, errors: [{ path: '', message: wrong.message }] };
}
