import type { Difference, DifferenceKind } from '../difference.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador, ObservedMail } from '../observed.js';

/** A mail that does not wait for its reward any longer goes after this many ms (domain.md 5.1). */
const mailWaits = 60_000;

/**
 * One mail for each unlock, to the ambassador, with the code of that unlock's reward in it, and no other mail.
 *
 * The one exception is the rule's own (5.1): where a code took longer than 60 seconds, a mail without it goes at
 * once and one second mail brings it. Such a pair is no difference; `lateMails` counts them.
 */
export function compareMails(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const about = (kind: DifferenceKind, detail: string) => ({ kind, ambassador: expected.externalId, detail });
  const found: Difference[] = [];
  const codes = new Map(expected.unlocks.map(tier => [tier.name, codeOf(observed, tier.name)]));
  const late = new Set(lateMails(expected, observed));
  const own = new Set([...codes.values()].filter(code => code !== null));

  for (const [tier, code] of codes) {
    const mails = observed.mails.filter(mail => code !== null && mail.codes.includes(code));
    if (mails.length === 0)
      found.push(about('mail_missing', `no mail with ${tier}'s code ${code ?? '(none)'}`));
    if (mails.length > 1) found.push(about('mail_twice', `${tier}: ${mails.map(words).join(' and ')}`));
  }
  for (const mail of observed.mails) {
    const ours = mail.codes.filter(code => own.has(code));
    const foreign = mail.codes.filter(code => !own.has(code));
    if (foreign.length > 0)
      found.push(about('mail_with_wrong_code', `${words(mail)} holds ${foreign.join(', ')}`));
    else if (ours.length > 1)
      found.push(about('mail_extra', `${words(mail)} is about several tiers at once`));
    else if (ours.length === 0 && !late.has(mail)) {
      const kind = expected.unlocks.some(tier => names(mail, tier.name)) ? 'mail_without_code' : 'mail_extra';
      found.push(about(kind, words(mail)));
    }
  }
  return found;
}

/**
 * The mails that rightly went without their code: at most one a tier, named in its subject, sent at least 60 seconds
 * after the unlock, of a tier whose code another mail brings.
 */
export function lateMails(expected: ExpectedAmbassador, observed: ObservedAmbassador): ObservedMail[] {
  return expected.unlocks.flatMap(tier => {
    const code = codeOf(observed, tier.name);
    const unlock = observed.unlocks.find(u => u.tier === tier.name);
    const brought = code !== null && observed.mails.some(mail => mail.codes.includes(code));
    if (!unlock || !brought) return [];
    const mail = observed.mails.find(
      m =>
        m.codes.length === 0 &&
        names(m, tier.name) &&
        // A second of grace: the inbox's clock and the service's need not agree.
        Date.parse(m.time) - Date.parse(unlock.unlockedAt) >= mailWaits - 1_000,
    );
    return mail ? [mail] : [];
  });
}

function codeOf(observed: ObservedAmbassador, tier: string): string | null {
  return observed.rewards.find(reward => reward.tier === tier && reward.code !== null)?.code ?? null;
}

function names(mail: ObservedMail, tier: string): boolean {
  return mail.subject.toLowerCase().includes(tier.toLowerCase());
}

function words(mail: ObservedMail): string {
  return `mail ${mail.id} of ${mail.time}, ${JSON.stringify(mail.subject)}`;
}
