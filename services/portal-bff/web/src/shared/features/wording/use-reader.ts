import { useEffect, useState } from 'react';
import type { Reader } from './dates.js';
import { readerLocale } from './locale.js';

/** The reader's locale and a clock that ticks each minute, so that "5 minutes ago" does not grow stale. */
export function useReader(): Reader {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const tick = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(tick);
  }, []);
  return { now, locale: readerLocale(navigator.languages) };
}
