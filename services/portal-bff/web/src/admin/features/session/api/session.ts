import { signedIn } from '@cairn/contracts/http/auth';
import { requestJson, send } from '../../../../shared/features/http/request-json.js';

/** POST /api/auth/magic-link: always 202, whether the address is known or not. Throws ApiProblem. */
export async function requestAdminLink(body: { email: string; brand: string }): Promise<void> {
  await send('/api/auth/magic-link', { method: 'POST', body: { ...body, as: 'admin' } });
}

/** POST /api/auth/session: spends a mailed link's token; the cookie it sets signs in. Throws ApiProblem. */
export function openAdminSession(token: string) {
  return requestJson('/api/auth/session', signedIn, { method: 'POST', body: { token } });
}

/** DELETE /api/auth/session: signs the admin out in this browser, and not an ambassador beside them. Throws ApiProblem. */
export async function closeAdminSession(): Promise<void> {
  await send('/api/auth/session?as=admin', { method: 'DELETE' });
}
