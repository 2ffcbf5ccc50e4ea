import { homeState } from '@cairn/contracts/http/home';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { adminCommand } from '../../../api/admin-call.js';

/**
 * POST /series/{id}/preview: the portal's home of an ambassador of so many points (domain.md 3.9). `revision` names
 * which text of the draft; what was shown stays while the next is read.
 */
export function usePreview(id: string | null, revision: number, points: number) {
  return useQuery({
    queryKey: ['series-preview', id, revision, points],
    queryFn: () => adminCommand('POST', `/series/${id}/preview`, homeState, { body: { points } }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}
