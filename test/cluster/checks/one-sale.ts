import { Inbox } from '@cairn/demo/http/inbox';
import { makeBrand, stepBetweenTiers } from '../load/brand.js';
import { OpenHome } from '../load/open-home.js';
import { type Check, must } from './check.js';

/** A sale comes in by ingestion; the portal's open page moves, and the mail arrives. */
export const oneSale: Check = {
  name: 'one sale',
  run: async world => {
    const brand = await makeBrand(world, 1);
    const who = brand.people[0]!;
    const refusals: string[] = [];
    const home = await OpenHome.open(world.release.portal, who.session, why => refusals.push(why));
    try {
      must(home.points === 0, `the stream began at ${home.points} points`);
      const began = performance.now();
      const answer = await fetch(`${world.release.ingestion}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${brand.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          id: 'first-sale',
          type: 'referral.sale',
          occurredAt: new Date().toISOString(),
          ambassador: { externalId: who.externalId },
          data: { orderId: 'first-order', currency: 'USD', netAmount: stepBetweenTiers * 400 },
        }),
      });
      must(answer.status === 202, `ingestion answered ${answer.status}: ${await answer.text()}`);
      const since = () => `${Math.round(performance.now() - began)} ms`;
      await world.until('the bar moves', () => home.points === stepBetweenTiers);
      world.say(`the stream shows ${home.points} points ${since()} after the POST`);
      const inbox = new Inbox(world.around.inbox);
      await world.until('the mail of the unlock is in the inbox', async () =>
        (await inbox.to(who.email)).some(({ subject }) => subject.includes('Stone 1')),
      );
      world.say(`the unlock mail, with its code of the shop, is there ${since()} after the POST`);
      must(refusals.length === 0, `the stream was refused: ${refusals[0]}`);
    } finally {
      await home.close();
    }
  },
};
