import type { OwnSubmission } from '@cairn/contracts/http/submission';

/** As it is typed. */
export interface HandInForm {
  proofUrl: string;
  text: string;
  paidPartnership: boolean;
}

export const emptyHandIn: HandInForm = { proofUrl: '', text: '', paidPartnership: false };

export function handInForm(of: OwnSubmission): HandInForm {
  return { proofUrl: of.proofUrl ?? '', text: of.text ?? '', paidPartnership: of.paidPartnership };
}

/** A web address as browsers read it; what has no scheme is taken for https. Null for what is none. */
function addressOf(text: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.parse(full);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? full : null;
}

export interface HandedIn {
  proofUrl?: string;
  text?: string;
  paidPartnership: boolean;
}

/** What is handed in (domain.md 2.2, 2.3), or what is wrong with the address. */
export function readHandIn(form: HandInForm): { input: HandedIn } | { error: string } {
  const typed = form.proofUrl.trim();
  const proofUrl = typed === '' ? null : addressOf(typed);
  if (typed !== '' && proofUrl === null) {
    return { error: 'That is no web address. Copy the link of your post, such as https://www.tiktok.com/…' };
  }
  const text = form.text.trim();
  if (proofUrl === null && text === '') return { error: 'Give the link of your post, or say what you did.' };
  return {
    input: {
      ...(proofUrl === null ? {} : { proofUrl }),
      ...(text === '' ? {} : { text }),
      paidPartnership: form.paidPartnership,
    },
  };
}
