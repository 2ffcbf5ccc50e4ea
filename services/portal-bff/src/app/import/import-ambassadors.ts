import type { ImportReport } from '@cairn/contracts/http/ambassador';
import type { ImportLine } from './import-line.js';

/** Items a call to milestones. */
const sliceSize = 500;
/** Rejected lines that the answer lists; the rest are counted. */
const listed = 1_000;

export type ImportSlice = (items: unknown[]) => Promise<ImportReport>;

/** `rejectedCount` where the answer lists only the first 1,000. */
export type ImportAnswer = ImportReport & { rejectedCount?: number };

/**
 * POST /ambassadors/import: hands the readable lines on in slices, one after the other, so that the upload waits for
 * them and no length matters. What a slice refuses is told by the line's own place.
 */
export async function importAmbassadors(
  lines: AsyncIterable<ImportLine>,
  importSlice: ImportSlice,
): Promise<ImportAnswer> {
  const answer: ImportReport = { created: 0, updated: 0, rejected: [] };
  let rejectedCount = 0;
  const reject = (rejected: ImportReport['rejected'][number]) => {
    rejectedCount++;
    if (answer.rejected.length < listed) answer.rejected.push(rejected);
  };
  let slice: { index: number; item: unknown }[] = [];
  const flush = async () => {
    if (slice.length === 0) return;
    const report = await importSlice(slice.map(line => line.item));
    answer.created += report.created;
    answer.updated += report.updated;
    for (const rejected of report.rejected) {
      reject({ ...rejected, index: slice[rejected.index]?.index ?? rejected.index });
    }
    slice = [];
  };
  for await (const line of lines) {
    if ('item' in line) slice.push(line);
    else reject(refusal(line));
    if (slice.length >= sliceSize) await flush();
  }
  await flush();
  answer.rejected.sort((a, b) => a.index - b.index);
  return rejectedCount > listed ? { ...answer, rejectedCount } : answer;
}

function refusal({ index, wrong }: Extract<ImportLine, { wrong: unknown }>) {
  return { index, code: wrong.code, errors: [{ path: '', message: wrong.message }] };
}
