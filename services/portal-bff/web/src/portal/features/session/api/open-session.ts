import { session } from '@cairn/contracts/http/auth';
import { requestJson } from '../../../../shared/features/http/request-json.js';

/** POST /api/auth/session: spends a mailed link's token; the cookie it sets signs in. Throws ApiProblem. */
export function openSession(token: string) {
  return requestJson('/api/auth/session', session, { method: 'POST', body: { token } });
}
