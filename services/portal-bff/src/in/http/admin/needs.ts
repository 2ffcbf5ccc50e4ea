import { SetMetadata } from '@nestjs/common';
import { z } from 'zod';

/**
 * What a route of the admin API takes (api.md, Keys; domain.md 6.1):
 * - `admin:read`: a key with it, or any signed-in admin.
 * - `admin:write`: a key with it, or a manager or owner.
 * - `fulfil`: what reviewers do, submissions and fulfilment: a key with `admin:write`, or anybody but a viewer.
 * - `members`: who may come in (members, keys): a key with `admin:write`, or an owner.
 * - `platform`: the platform token, and nothing else.
 * - `platform-or-read`, `platform-or-write`: the platform token, or as `admin:read`, `admin:write`.
 */
const need = z.enum([
  'admin:read',
  'admin:write',
  'fulfil',
  'members',
  'platform',
  'platform-or-read',
  'platform-or-write',
]);

export type Need = z.infer<typeof need>;

const needKey = 'cairn:need';

/** `@Needs('admin:read')` on a handler. A route without one answers nobody; a test walks over all of them. */
export const Needs = (of: Need) => SetMetadata(needKey, of);

export function needOf(handler: object): Need | undefined {
  return need.safeParse(Reflect.getMetadata(needKey, handler)).data;
}
