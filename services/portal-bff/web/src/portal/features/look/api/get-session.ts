import { portalSession } from '@cairn/contracts/http/auth';
import { useQuery } from '@tanstack/react-query';
import { requestJson } from '../../../../shared/features/http/request-json.js';

/**
 * GET /api/portal/v1/session: whose portal this is. Read again whenever the tab is come back to, since another tab may have
 * signed somebody else in.
 */
export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => requestJson('/api/portal/v1/session', portalSession, { signal }),
    refetchOnWindowFocus: 'always',
  });
