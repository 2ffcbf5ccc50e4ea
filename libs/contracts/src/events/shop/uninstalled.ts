import { z } from 'zod';
import { defineEvent } from '../../envelope.js';

/** `time` is when the shop did it: a shop that was connected again since stays connected. */
export const shopUninstalled = defineEvent({
  type: 'com.cairn.shop.uninstalled.v1',
  summary: 'A shop took the app away.',
  data: z.object({ shopDomain: z.string().min(1) }),
  example: { shopDomain: 'rosewood.myshopify.com' },
});
