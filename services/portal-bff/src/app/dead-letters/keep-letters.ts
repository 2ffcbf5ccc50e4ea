import { deadLetterTopic } from '@cairn/contracts/topics';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { derivedId } from '@cairn/service-kit/events/derive';
import type { DeadLetterRecord } from '@cairn/service-kit/kafka/dead-letter-reader';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type DeadLetter, insertDeadLetters } from '../../out/postgres/dead-letters.js';
import { noBrand } from '../auth/platform.js';
import { letterBrand } from './letter-brand.js';

export const forgetLettersWork = 'forget-dead-letters';

/** Milliseconds that letters are kept: there is personal data in them. */
export const lettersKept = 30 * 24 * 3_600_000;

/** Work for a whole hour's letters, so that a flood of them makes no flood of work. */
const hour = 3_600_000;

/** Keeps dead letters as they are; one that is delivered again changes nothing. */
export async function keepLetters(sql: Sql, letters: readonly DeadLetterRecord[], now: Date): Promise<void> {
  const rows = letters.map(letter => rowOf(letter, now));
  await insertDeadLetters(sql, rows);
  const due = new Set(rows.map(row => (Math.floor((Date.parse(row.at) + lettersKept) / hour) + 1) * hour));
  await scheduleWork(
    sql,
    [...due].map(at => {
      const dueAt = new Date(at).toISOString();
      return { kind: forgetLettersWork, key: dueAt, brandId: noBrand, payload: {}, dueAt };
    }),
  );
}

function rowOf(letter: DeadLetterRecord, now: Date): DeadLetter {
  const { topic, partition, offset, key, value, consumer, reason, error, dlqPartition, dlqOffset } = letter;
  return {
    id: derivedId('dead letter', deadLetterTopic(topic), dlqPartition, dlqOffset),
    brandId: letterBrand(value, key),
    topic,
    partition,
    offset,
    key,
    value,
    consumer,
    reason,
    error,
    // A producer may stamp anything; what comes from the future would be kept for as long.
    at: new Date(Math.min(letter.at.getTime(), now.getTime())).toISOString(),
    replayedAt: null,
  };
}
