import type { Expected, ExpectedAmbassador } from '../check/expected.js';
import type { SignIn } from '../demo-result.js';
import type { Inbox } from '../http/inbox.js';
import { signInLink } from '../http/sign-in-link.js';
import type { PlannedAmbassador } from '../plan/plan.js';

/** Links of three who are worth a look: near the first tier, in the middle, and at the top. */
export async function signInLinks(
  cairnUrl: string,
  inbox: Inbox,
  slug: string,
  people: readonly PlannedAmbassador[],
  expected: Expected,
): Promise<SignIn[]> {
  const most = (whose: (one: ExpectedAmbassador) => boolean) =>
    expected.ambassadors
      .filter(whose)
      .reduce<ExpectedAmbassador | null>(
        (best, one) => (best === null || one.available > best.available ? one : best),
        null,
      );
  const chosen: [string, ExpectedAmbassador | null][] = [
    ['below the first tier', most(one => one.unlocks.length === 0)],
    ['in the middle', most(one => one.unlocks.length > 0 && one.unlocks.length < one.series.tiers.length)],
    ['at the top', most(one => one.unlocks.length === one.series.tiers.length)],
  ];
  const links: SignIn[] = [];
  for (const [standing, one] of chosen) {
    if (!one) continue;
    const name = people.find(person => person.externalId === one.externalId)?.name ?? one.externalId;
    const words = `${standing}, ${one.available} points`;
    links.push({ standing: words, name, url: await signInLink(cairnUrl, inbox, one.email, slug) });
  }
  return links;
}
