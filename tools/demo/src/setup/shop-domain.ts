import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Api } from '../http/api.js';
import { everyItem } from '../http/pages.js';

/** How long a new brand's shop may take to be connected, in ms. */
const patience = 180_000;

/** The brand's shop; under `npm start` a new brand is connected to the stand-in by itself. */
export async function shopDomain(api: Api): Promise<string> {
  const giveUpAt = Date.now() + patience;
  for (;;) {
    const [shop] = await everyItem(api, '/api/v1/shops', z.object({ domain: z.string() }));
    if (shop) return shop.domain;
    if (Date.now() > giveUpAt) throw new Error('the brand has no shop connected, so no code can be made');
    await pause(250);
  }
}
