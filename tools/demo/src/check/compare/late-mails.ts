import type { ExpectedAmbassador, ExpectedTier } from '../expected.js';
import type { ObservedAmbassador, ObservedMail } from '../observed.js';

/** A mail that does not wait for its rewards any longer goes after this many ms (domain.md 5.1). */
const mailWaits = 60_000;

/**
 * The mails without a code that are there by the rule (5.1): where a reward took longer than 60 seconds, the unlock
 * mail went without it and one second mail brought it. At most one a tier, named in its subject, beside the mail with
 * the tier's code, and the first of the two no sooner than 60 seconds after the unlock. The first may bring nothing
 * yet; the second brings what was missing, so without a code it brings the product.
 */
export function lateMails(expected: ExpectedAmbassador, observed: ObservedAmbassador): ObservedMail[] {
  return expected.unlocks.flatMap(tier => {
    const code = codeOf(observed, tier.name);
    const unlock = observed.unlocks.find(one => one.tier === tier.name);
    const withCode = observed.mails.find(mail => code !== null && mail.codes.includes(code));
    if (!unlock || !withCode) return [];
    // A second of grace: the inbox's clock and the service's need not agree.
    const soonest = Date.parse(unlock.unlockedAt) + mailWaits - 1_000;
    const mail = observed.mails.find(one => {
      if (one.codes.length > 0 || !names(one, tier.name)) return false;
      const [mine, its] = [Date.parse(one.time), Date.parse(withCode.time)];
      return Math.min(mine, its) >= soonest && (mine <= its || productsIn(one, tier).length > 0);
    });
    return mail ? [mail] : [];
  });
}

export function codeOf(observed: ObservedAmbassador, tier: string): string | null {
  return observed.rewards.find(reward => reward.tier === tier && reward.code !== null)?.code ?? null;
}

/** The products that a mail brings: its subject names what is ready, and leaves out what is to follow. */
export function productsIn(mail: ObservedMail, tier: ExpectedTier): string[] {
  return productsOf(tier).filter(title => names(mail, title));
}

export function productsOf(tier: ExpectedTier): string[] {
  return tier.rewards.flatMap(reward => (reward.type === 'shopify_product' ? [reward.title] : []));
}

export function names(mail: ObservedMail, words: string): boolean {
  return mail.subject.toLowerCase().includes(words.toLowerCase());
}
