import { send } from '../../../../shared/features/http/request-json.js';

/** DELETE /api/auth/session: signs out in this browser. Throws ApiProblem. */
export async function closeSession(): Promise<void> {
  await send('/api/auth/session', { method: 'DELETE' });
}
