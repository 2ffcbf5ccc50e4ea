import { useReader } from '../../../shared/features/wording/use-reader.js';
import { useBrandSettings, usePrograms } from '../api/catalog.js';
import { saidAt } from '../brand-time/brand-time.js';
import type { DifferenceWords } from './draft-differences.js';

/** Names of programs and days of the brand, as differences are told with. */
export function useDifferenceWords(): DifferenceWords {
  const { locale } = useReader();
  const programs = usePrograms().data ?? [];
  const timeZone = useBrandSettings().data?.timezone ?? 'UTC';
  return {
    programName: id => programs.find(program => program.id === id)?.name ?? 'A program',
    day: instant => saidAt(instant, timeZone, locale),
    locale,
  };
}
