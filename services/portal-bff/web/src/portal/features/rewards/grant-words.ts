import type { GrantStatus } from '@cairn/contracts/reward';

interface Grant {
  status: GrantStatus;
  type: string;
  code: string | null;
  orderName: string | null;
  note: string | null;
  tracking: string | null;
}

/** Where a reward stands (domain.md 4.2), in words for the one who gets it; `brand` is the brand's name. */
export function grantWords(grant: Grant, brand: string): string {
  const { status, type, code, orderName, note, tracking } = grant;
  switch (status) {
    case 'pending':
      return type === 'discount_code'
        ? 'Your code is being made and shows here in a moment.'
        : 'On its way to you.';
    case 'issued':
      return code ? 'Ready to use.' : 'Ready. The code is in your mail.';
    case 'ordered':
      return `It is on its way to your address${orderName ? `: order ${orderName}` : ''}.`;
    case 'needs_fulfilment':
      return `${brand} is getting it ready.`;
    case 'fulfilled':
      return [`${brand} has sent it${tracking ? `: ${tracking}` : ''}.`, note].filter(Boolean).join(' ');
    case 'waiting_for_codes':
      return 'It is yours. The code shows here as soon as there is a new one.';
    case 'claimable':
      return 'It is yours: say where it should go.';
    case 'held':
      return `${brand} takes a look at it first. You need not do anything.`;
    case 'needs_attention':
      return `It is yours, but something went wrong while making it. ${brand} knows and sorts it out.`;
    case 'cancelled':
      return `Cancelled. If you did not expect that, write to ${brand}.`;
  }
}

/** Ready to be used by the reader right now. */
export const isUsable = (grant: Grant & { expiresAt: string | null }, now: Date) =>
  grant.status === 'issued' && grant.code !== null && !hasExpired(grant.expiresAt, now);

export const hasExpired = (expiresAt: string | null, now: Date) =>
  expiresAt !== null && new Date(expiresAt).getTime() <= now.getTime();
