import { send } from '../../../../shared/features/http/request-json.js';

/** DELETE /api/auth/session: signs out of the portal in this browser. Throws ApiProblem. */
export async function closeSession(): Promise<void> {
  await send('/api/auth/session?as=ambassador', { method: 'DELETE' });
}
