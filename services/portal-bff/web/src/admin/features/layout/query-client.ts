import { QueryClient } from '@tanstack/react-query';
import { isRefused, isSignedOut } from '../../../shared/features/http/api-problem.js';
import { onOutcome } from '../api/outcomes.js';
import { meKey } from '../session/use-me.js';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !isRefused(error) && failures < 2,
      staleTime: 5_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** A session that has ended anywhere ends here too: who is signed in is asked again, and the frame leads to sign-in. */
onOutcome(error => {
  if (!isSignedOut(error) || isSignedOut(queries.getQueryState(meKey)?.error)) return;
  if (queries.isFetching({ queryKey: meKey }) === 0) void queries.invalidateQueries({ queryKey: meKey });
});
