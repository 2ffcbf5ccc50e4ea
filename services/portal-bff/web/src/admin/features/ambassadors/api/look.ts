import { session, signedIn } from '@cairn/contracts/http/auth';
import { requestJson } from '../../../../shared/features/http/request-json.js';
import { adminCommand } from '../../api/admin-call.js';

/**
 * POST /ambassadors/{id}/look, and its token spent at once for the portal's cookie: so no address ever holds it. The own
 * session of an admin who is an ambassador too has another cookie, and stays. Throws ApiProblem.
 */
export async function lookAs(id: string): Promise<void> {
  const { token } = await adminCommand('POST', `/ambassadors/${encodeURIComponent(id)}/look`, session);
  await requestJson('/api/auth/session', signedIn, { method: 'POST', body: { token } });
}
