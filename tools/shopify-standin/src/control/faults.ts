import { z } from 'zod';
import { SHOP_DOMAIN } from '../shop/shops.js';

/** What can go wrong on purpose. See README.md for what each one looks like to the client. */
export const Fault = z.strictObject({
  kind: z.enum([
    'no_answer_after_commit',
    'slow',
    'http_500',
    'reset',
    'throttled',
    'invalid_token',
    'user_error',
  ]),
  /** only this shop; otherwise any */
  shop: z.string().regex(SHOP_DOMAIN).optional(),
  /** only requests with this field at the root, such as discountCodeBasicCreate; otherwise any */
  operation: z.string().min(1).optional(),
  /** how many requests it hits */
  times: z.number().int().min(1).default(1),
  /** milliseconds: how long `slow` holds the answer, how long `no_answer_after_commit` stays silent before it hangs up */
  ms: z.number().int().min(0).max(600_000).default(0),
  /** what `user_error` answers; the code must be one of the operation's own */
  userError: z
    .strictObject({ field: z.array(z.string()).nullable(), message: z.string(), code: z.string().nullable() })
    .default({ field: null, message: 'Unexpected internal error happened.', code: null }),
});
export type Fault = z.infer<typeof Fault>;
