import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilters, withFilter } from './url-filters.js';

/** A list's filters, kept in the address: `const { filters, set, clear } = useUrlFilters(['status'] as const)`. */
export function useUrlFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search, names), [search, names]);
  const set = useCallback(
    (name: Name, value: string | null) => setSearch(now => withFilter(now, name, value), { replace: true }),
    [setSearch],
  );
  const clear = useCallback(
    () =>
      setSearch(now => names.reduce((next, name) => withFilter(next, name, null), now), { replace: true }),
    [setSearch, names],
  );
  return { filters, set, clear, any: Object.keys(filters).length > 0 };
}
