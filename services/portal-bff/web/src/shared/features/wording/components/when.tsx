import { exactInstant, type Reader, saidDay, saidPast } from '../dates.js';

/** A date as people say it, with the exact one on hover. */
export function When({
  instant,
  reader,
  as = 'past',
}: {
  instant: string;
  reader: Reader;
  as?: 'past' | 'day';
}) {
  return (
    <time dateTime={instant} title={exactInstant(instant, reader)}>
      {as === 'past' ? saidPast(instant, reader) : saidDay(instant, reader)}
    </time>
  );
}
