import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../http/api-problem.js';
import { getBrand } from './api/get-brand.js';
import { readRememberedBrand, rememberBrand } from './remembered-brand.js';

/**
 * The brand before anybody has signed in: the one that the address names (slug or null), else the one last seen here;
 * what is remembered of it paints first. `unknown`: there is none of that name.
 */
export function useBrand(named: string | null) {
  const remembered = readRememberedBrand();
  const slug = named ?? remembered?.slug ?? null;
  const { data, error } = useQuery({
    queryKey: ['brand', slug],
    queryFn: async () => {
      const found = await getBrand(slug ?? '');
      rememberBrand(found);
      return found;
    },
    enabled: slug !== null,
    staleTime: 300_000,
  });
  const unknown = error instanceof ApiProblem && error.status === 404;
  return { slug, brand: data ?? (remembered?.slug === slug && !unknown ? remembered : null), unknown };
}
