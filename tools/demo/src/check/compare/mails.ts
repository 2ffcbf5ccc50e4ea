import type { Difference, DifferenceKind } from '../difference.js';
import type { ExpectedAmbassador } from '../expected.js';
import type { ObservedAmbassador, ObservedMail } from '../observed.js';
import { codeOf, lateMails, names, productsIn, productsOf } from './late-mails.js';

/**
 * One mail for each unlock, to the ambassador, with the code of that unlock's reward in it and its product named, and
 * no other mail.
 *
 * The one exception is the rule's own (5.1): where a reward took longer than 60 seconds, a mail without it goes at
 * once and one second mail brings it. Such a pair is no difference; together the two bring everything, each thing once.
 */
export function compareMails(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const about = (kind: DifferenceKind, detail: string) => ({ kind, ambassador: expected.externalId, detail });
  const found: Difference[] = [];
  const late = lateMails(expected, observed);
  const own = new Set<string>();

  for (const tier of expected.unlocks) {
    const code = codeOf(observed, tier.name);
    if (code !== null) own.add(code);
    const mails = observed.mails.filter(mail => code !== null && mail.codes.includes(code));
    if (mails.length === 0)
      found.push(about('mail_missing', `no mail with ${tier.name}'s code ${code ?? '(none)'}`));
    else if (mails.length > 1)
      found.push(about('mail_twice', `${tier.name}: ${mails.map(words).join(' and ')}`));
    else {
      const pair = [...mails, ...late.filter(mail => names(mail, tier.name))];
      for (const product of productsOf(tier)) {
        const bringing = pair.filter(mail => productsIn(mail, tier).includes(product));
        if (bringing.length === 0)
          found.push(about('mail_without_product', `${pair.map(words).join(' and ')}: no ${product}`));
        if (bringing.length > 1)
          found.push(about('mail_twice', `${tier.name}'s ${product}: ${bringing.map(words).join(' and ')}`));
      }
    }
  }
  for (const mail of observed.mails) {
    const ours = mail.codes.filter(code => own.has(code));
    const foreign = mail.codes.filter(code => !own.has(code));
    if (foreign.length > 0)
      found.push(about('mail_with_wrong_code', `${words(mail)} holds ${foreign.join(', ')}`));
    else if (ours.length > 1)
      found.push(about('mail_extra', `${words(mail)} is about several tiers at once`));
    else if (ours.length === 0 && !late.includes(mail)) {
      const kind = expected.unlocks.some(tier => names(mail, tier.name)) ? 'mail_without_code' : 'mail_extra';
      found.push(about(kind, words(mail)));
    }
  }
  return found;
}

function words(mail: ObservedMail): string {
  return `mail ${mail.id} of ${mail.time}, ${JSON.stringify(mail.subject)}`;
}
