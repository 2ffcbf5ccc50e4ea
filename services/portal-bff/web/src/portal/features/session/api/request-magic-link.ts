import { send } from '../../../../shared/features/http/request-json.js';

/** POST /api/auth/magic-link: always 202, whether the address is known or not. Throws ApiProblem. */
export async function requestMagicLink(body: { email: string; brand: string }): Promise<void> {
  await send('/api/auth/magic-link', { method: 'POST', body });
}
