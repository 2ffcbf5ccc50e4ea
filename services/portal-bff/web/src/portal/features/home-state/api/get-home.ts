import { type HomeState, homeState } from '@cairn/contracts/http/home';
import { requestJson } from '../../../../shared/features/http/request-json.js';

/** GET /api/portal/v1/home: the whole current state. Throws ApiProblem, 401 when signed out. */
export function getHome(): Promise<HomeState> {
  return requestJson('/api/portal/v1/home', homeState);
}
