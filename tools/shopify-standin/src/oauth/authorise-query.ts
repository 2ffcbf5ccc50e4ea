import { z } from 'zod';
import { SHOP_DOMAIN } from '../shop/shops.js';

/** The query of `/admin/oauth/authorize`, and what its page sends on. */
export const Authorise = z.object({
  client_id: z.string(),
  redirect_uri: z.url({ protocol: /^https?$/ }),
  scope: z.string().default(''),
  state: z.string().default(''),
  /** for a browser, which cannot reach `<shop>.myshopify.com` here */
  shop: z.string().regex(SHOP_DOMAIN).optional(),
  /** `1` says yes without the page */
  approve: z.string().optional(),
  'grant_options[]': z.union([z.string(), z.array(z.string())]).default(''),
});
export type Authorise = z.infer<typeof Authorise>;
export const Decision = Authorise.extend({ decision: z.enum(['install', 'cancel']) });
