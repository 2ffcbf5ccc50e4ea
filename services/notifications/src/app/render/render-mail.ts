import { accentStyle } from './accent-style.js';
import { compile } from './handlebars.js';
import { count, type MailPerson, type UnlockMailData } from './mail-data.js';
import { plainText } from './plain-text.js';
import {
  adminSignIn,
  codesNeeded,
  type MailTemplate,
  rewardReady,
  signIn,
  tiersOwn,
  tierUnlocked,
} from './templates.js';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/**
 * The unlock mail: the tier's own where it has one. A broken one does not hold the mail up: `onBroken` hears of it, and
 * the default goes (domain.md 3.3, 5.1, 5.4).
 */
export function renderUnlockMail(
  own: { subject: string; body: string } | null,
  data: UnlockMailData,
  onBroken: (error: unknown) => void,
): RenderedMail {
  const all = around(data);
  if (own === null) return render(tierUnlocked, all);
  try {
    const body = compile(own.body, 'html')(data);
    const showsAll =
      data.pending.length === 0 && data.rewards.every(reward => body.includes(reward.code || reward.words));
    return render(tiersOwn(own, showsAll), { ...all, bodyText: plainText(body) });
  } catch (error) {
    onBroken(error);
    return render(tierUnlocked, all);
  }
}

export function renderRewardMail(data: UnlockMailData): RenderedMail {
  return render(rewardReady, around(data));
}

/** An ambassador's to the portal, or a member's to the admin UI; its button is in the brand's accent. */
export function renderSignIn(of: {
  template: 'sign-in' | 'admin-sign-in';
  brand: { name: string; timezone: string };
  person: Pick<MailPerson, 'name'>;
  accent: string | null;
  url: string;
  expiresAt: string;
}): RenderedMail {
  const { brand, person, url } = of;
  const expires = new Intl.DateTimeFormat('en-GB', {
    timeZone: brand.timezone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(of.expiresAt));
  return render(of.template === 'admin-sign-in' ? adminSignIn : signIn, {
    brand: { name: brand.name },
    person: { firstName: firstName(person) },
    button: accentStyle(of.accent),
    url,
    expires,
    preview: `This link works until ${expires}.`,
    footer:
      'You get this because somebody asked to sign in with your address. If it was not you, do nothing.',
  });
}

/** To an owner or a manager: a pool is empty, and so many rewards wait for its codes (domain.md 4.3). */
export function renderCodesNeeded(of: {
  brand: { name: string };
  person: Pick<MailPerson, 'name'>;
  accent: string | null;
  url: string;
  pool: string;
  waiting: number;
}): RenderedMail {
  const { brand, person, url, pool } = of;
  const waiting = of.waiting === 1 ? '1 reward waits' : `${count(of.waiting)} rewards wait`;
  return render(codesNeeded, {
    brand: { name: brand.name },
    person: { firstName: firstName(person) },
    button: accentStyle(of.accent),
    url,
    pool,
    waiting,
    preview: `${waiting} for a code.`,
    footer: `You get this because you run ${brand.name}: once a day at most for each pool.`,
  });
}

function firstName({ name }: Pick<MailPerson, 'name'>): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

function around(data: UnlockMailData) {
  const codes = data.rewards
    .filter(reward => reward.code !== '')
    .map(reward => `${reward.words}: ${reward.code}`);
  return {
    ...data,
    preview: codes.length > 0 ? codes.join(', ') : `${data.points} points in ${data.series.name}`,
    footer: `You get this because you are an ambassador of ${data.brand.name}.`,
  };
}

function render(template: MailTemplate, data: object): RenderedMail {
  const subject = compile(template.subject, 'text')(data).replace(/\s+/g, ' ').trim();
  const all = { ...data, subject };
  return {
    subject,
    html: compile(template.html, 'html')(all),
    text: compile(template.text, 'text')(all).replace(/\n{3,}/g, '\n\n'),
  };
}
