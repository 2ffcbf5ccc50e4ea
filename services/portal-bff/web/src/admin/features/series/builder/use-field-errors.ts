import { useCallback, useState } from 'react';
import type { Mistake } from './check-form.js';
import type { DraftState } from './draft-store.js';

/**
 * Which words stand at which field: the server's at once, this page's once the field was left or all were asked for.
 * `errorOf('tiers.1.*')` is that of anything in it.
 */
export function useFieldErrors({ mistakes, refusals }: DraftState) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [refused, setRefused] = useState<readonly Mistake[]>([]);
  const shown = [...refusals, ...refused, ...mistakes.filter(({ path }) => all || touched.has(path))];
  const errorOf = (path: string) =>
    path.endsWith('*')
      ? shown.find(one => one.path.startsWith(path.slice(0, -1)))?.words
      : shown.find(one => one.path === path || (path === 'programIds' && one.path.startsWith('programIds')))
          ?.words;
  const touch = useCallback(
    (path: string) => setTouched(now => (now.has(path) ? now : new Set([...now, path]))),
    [],
  );
  return { errorOf, touch, showAll: () => setAll(true), refused, setRefused };
}
