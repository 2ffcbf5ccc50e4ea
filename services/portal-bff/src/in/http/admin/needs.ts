import { type ApiKeyScope, apiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import { SetMetadata } from '@nestjs/common';

/** What a route of the admin API takes: an API key's scope, or the platform token. */
export type Need = ApiKeyScope | 'platform';

const needKey = 'cairn:need';

/** `@Needs('admin:read')` on a handler. A route without one answers nobody; a test walks over all of them. */
export const Needs = (need: Need) => SetMetadata(needKey, need);

export function needOf(handler: object): Need | undefined {
  const need: unknown = Reflect.getMetadata(needKey, handler);
  return need === 'platform' ? need : apiKeyScope.safeParse(need).data;
}
