import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { withFilter } from './url-filters.js';

/** One word of the address, such as which dialog is open; what else stands in the address stays. */
export function useUrlParam(name: string): [string | null, (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | null) => setSearch(now => withFilter(now, name, value), { replace: true }),
    [setSearch, name],
  );
  return [search.get(name), set];
}
