import { deadLetterItem } from '@cairn/contracts/http/dead-letter';
import { pageOf } from '@cairn/contracts/http/page';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';

const letterPage = pageOf(deadLetterItem);

export interface LetterFilters {
  status?: string;
}

/** GET /dlq: open ones unless asked otherwise. */
export const useDeadLetters = (filters: LetterFilters) =>
  usePages(['dead-letters', filters], (cursor, signal) =>
    adminGet('/dlq', letterPage, { ...filters, cursor }, signal),
  );

/** GET /dlq/{id}: with its message, which the list leaves out where it is large. */
export function useDeadLetter(id: string | null) {
  return useQuery({
    queryKey: ['dead-letter', id],
    queryFn: ({ signal }) => adminGet(`/dlq/${encodeURIComponent(id ?? '')}`, deadLetterItem, {}, signal),
    enabled: id !== null,
  });
}

/** POST /dlq/{id}/replay: mended, or as it was (undefined). Throws ApiProblem: `undecodable`, `unknown_type`, … */
export const replayLetter = (id: string, value: Record<string, unknown> | undefined) =>
  adminCommand('POST', `/dlq/${encodeURIComponent(id)}/replay`, deadLetterItem, { body: { value } });

export function useLettersChanged() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['dead-letters'] });
    void queries.invalidateQueries({ queryKey: ['dead-letter'] });
  };
}
