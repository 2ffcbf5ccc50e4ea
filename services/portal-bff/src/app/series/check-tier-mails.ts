import { type CheckMails, mailErrors } from '@cairn/contracts/http/mail-template';
import type { TierInput } from '@cairn/contracts/http/series';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { ServiceClient } from '../../out/services/service-client.js';

/**
 * Has notifications try the tiers' own mails before they are saved (domain.md 5.4).
 * @throws DomainError `invalid_input` naming each that is broken; `unavailable` where nobody can tell.
 */
export async function checkTierMails(
  services: ServiceClient,
  caller: Caller,
  tiers: readonly TierInput[] | undefined,
): Promise<void> {
  const mails: CheckMails['mails'] = (tiers ?? []).flatMap(({ email }, index) =>
    email === null ? [] : [{ path: `tiers.${index}.email`, ...email }],
  );
  if (mails.length === 0) return;
  const call = { method: 'POST' as const, path: ['templates', 'check'], body: { mails } };
  const { errors } = mailErrors.parse(await services.send('notifications', caller, call));
  if (errors.length === 0) return;
  throw new DomainError('invalid_input', 'Mend the fields named in errors and send it again.', errors);
}
