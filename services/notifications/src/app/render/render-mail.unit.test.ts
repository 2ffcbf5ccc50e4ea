import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { describe, expect, it } from '@jest/globals';
import type { GrantState, Unlock } from '../../out/postgres/unlocks.js';
import { unlockMailData } from './mail-data.js';
import { renderCodesNeeded, renderRewardMail, renderSignIn, renderUnlockMail } from './render-mail.js';

const brand = { name: 'Rose & Wood', timezone: 'America/New_York', currency: 'USD', exponent: 2 };
const ada = { name: 'Ada <b>King</b>', email: 'ada@example.com' };
const grants = [
  { grantId: 'g0', reward: { type: 'discount_code', source: 'shopify', percent: 20 } },
  { grantId: 'g1', reward: { type: 'discount_code', source: 'shopify', amount: 1000, minSubtotal: 5000 } },
] as Unlock['grants'];
const unlock: Unlock = {
  ...tierUnlocked.example,
  tier: { ...tierUnlocked.example.tier, name: 'Silver', description: '', threshold: 1500 },
  nextTier: { id: 't', name: 'Gold', threshold: 2500 },
  grants,
};
const issued = (place: number, code: string, expiresAt: string | null = null): GrantState => ({
  ...grantChanged.example,
  grantId: `g${place}`,
  reward: grants[place]!.reward,
  status: 'issued',
  code,
  expiresAt,
});
const states = [issued(0, 'CAIRN-AAAA', '2026-12-01T10:00:00.000Z'), issued(1, 'CAIRN-BBBB')];
const data = (more: Partial<Parameters<typeof unlockMailData>[0]> = {}) =>
  unlockMailData({
    brand,
    ambassador: ada,
    unlock,
    states,
    without: [],
    portalUrl: 'https://portal.example',
    ...more,
  });
const never = (error: unknown) => {
  throw error;
};

describe('5.1 the unlock mail', () => {
  it('holds the codes, what they give, how long, and what comes next', () => {
    const mail = renderUnlockMail(null, data(), never);
    expect(mail.subject).toBe('You reached Silver: 20% off and $10 off orders over $50 inside');
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain('CAIRN-AAAA');
      expect(part).toContain('CAIRN-BBBB');
      expect(part).toContain('1 December 2026 at 05:00 GMT-5');
      expect(part).toContain('1,500 points');
      expect(part).toContain('https://portal.example');
    }
    expect(mail.text).toContain('Next: Gold at 2,500 points.');
    expect(mail.html).toContain('Silver stone');
  });

  it('says what is still to come, and the second mail brings only that', () => {
    const first = renderUnlockMail(null, data({ states: [states[0]!], without: ['g1'] }), never);
    expect(first.subject).toBe('You reached Silver: 20% off inside');
    expect(first.text).toContain('$10 off orders over $50 is being prepared');
    const second = renderRewardMail(data({ only: ['g1'] }));
    expect(second.subject).toBe('Your Silver reward is ready: $10 off orders over $50');
    expect(second.text).toContain('CAIRN-BBBB');
    expect(second.text).not.toContain('CAIRN-AAAA');
  });

  it('leaves out what was cancelled', () => {
    const cancelled: GrantState = { ...states[1]!, status: 'cancelled' };
    const mail = renderUnlockMail(null, data({ states: [states[0]!, cancelled] }), never);
    expect(mail.text).not.toContain('$10');
  });

  it('says it without rewards and at the top', () => {
    const top = { ...unlock, grants: [], nextTier: null };
    const mail = renderUnlockMail(null, data({ unlock: top, states: [] }), never);
    expect(mail.subject).toBe('You reached Silver');
    expect(mail.text).toContain('That is the top');
  });
});

describe('5.4 templates', () => {
  it('escape every value in HTML, also in three braces, and none in text', () => {
    const own = { subject: 'Hi {{ambassador.name}}', body: '<p>{{{ambassador.name}}} {{{brand.name}}}</p>' };
    const mail = renderUnlockMail(own, data(), never);
    expect(mail.subject).toBe('Hi Ada <b>King</b>');
    expect(mail.html).toContain('<p>Ada &lt;b&gt;King&lt;/b&gt; Rose &amp; Wood</p>');
    expect(mail.text).toContain('Ada <b>King</b> Rose & Wood');
    expect(renderUnlockMail(null, data(), never).html).not.toContain('<b>King');
  });

  it('of a tier show its rewards even where they do not mention them, once', () => {
    const silent = renderUnlockMail({ subject: 's', body: '<h1>Yay</h1>' }, data(), never);
    expect(silent.html).toContain('<h1>Yay</h1>');
    expect(silent.html).toContain('CAIRN-AAAA');
    expect(silent.text).toContain('CAIRN-BBBB');
    const own = { subject: 's', body: '{{#each rewards}}<p>{{words}}: {{code}}</p>{{/each}}' };
    const mail = renderUnlockMail(own, data(), never);
    expect(mail.html.replace(/<div style="display:none[^/]*/, '').split('CAIRN-AAAA')).toHaveLength(2);
    expect(mail.text).toContain('20% off: CAIRN-AAAA');
  });

  it.each([
    ['a block left open', '{{#if points}}'],
    ['a helper that is none', '{{shout ambassador.name}}'],
    ['a helper that writes to the log', '{{log ambassador.name}}'],
    ['a partial', '{{> secrets}}'],
  ])('that are broken do not hold the mail up: %s', (_name, body) => {
    const broken: unknown[] = [];
    const mail = renderUnlockMail({ subject: 'Own', body }, data(), error => broken.push(error));
    expect(mail.subject).toContain('You reached Silver');
    expect(broken).toHaveLength(1);
  });

  it('reach nothing but their data', () => {
    const body = '<p>[{{constructor.name}}{{ambassador.constructor}}{{lookup ambassador "__proto__"}}]</p>';
    expect(renderUnlockMail({ subject: 's', body }, data(), never).html).toContain('<p>[]</p>');
  });

  it('keep what looks like a template in a value as it is', () => {
    const curly = { name: 'Ada {{points}} \\{{x}}', email: 'a@example.com' };
    const own = { subject: '{{ambassador.name}}', body: '<p>{{ambassador.name}}</p>' };
    const mail = renderUnlockMail(own, data({ ambassador: curly }), never);
    expect(mail.subject).toBe('Ada {{points}} \\{{x}}');
    expect(mail.text).toContain('Ada {{points}} \\{{x}}');
  });
});

describe('the sign-in mail', () => {
  const asked = { brand, person: ada, expiresAt: '2026-11-01T15:15:00.000Z' };

  it('carries its link, whole, in text and HTML', () => {
    const url = 'https://portal.example/auth?token=cl_abc&brand=rosewood';
    const mail = renderSignIn({ ...asked, template: 'sign-in', url, accent: null });
    expect(mail.subject).toBe('Sign in to Rose & Wood');
    expect(mail.text).toContain(`\n${url}\n`);
    expect(mail.text).toContain('10:15 GMT-5');
    expect(mail.html).toContain('https://portal.example/auth?token&#x3D;cl_abc&amp;brand&#x3D;rosewood');
  });

  it('6.1 tells an admin what they sign in to, in the brand’s accent', () => {
    const url = 'https://portal.example/admin/sign-in?token=cl_abc';
    const mail = renderSignIn({ ...asked, template: 'admin-sign-in', url, accent: '#fc0' });
    expect(mail.subject).toBe('Sign in to Rose & Wood as an admin');
    expect(mail.text).toContain('where Rose & Wood’s ambassadors, series and rewards are run');
    expect(mail.text).toContain(`\n${url}\n`);
    expect(mail.html).toMatch(/background:#fc0;color:#1c1d1f;/);
    expect(mail.html).toContain('https://portal.example/admin/sign-in?token&#x3D;cl_abc');
  });
});

describe('4.3 the mail about an empty code pool', () => {
  it.each([
    [1, '1 reward waits for a code'],
    [1_200, '1,200 rewards wait for a code'],
  ])('says how many wait, that they fill by themselves, and where to add codes: %i', (waiting, words) => {
    const url = 'https://portal.example/admin/settings/codes';
    const asked = { brand, person: ada, accent: '#fc0', pool: 'Spa <days>', url };
    const mail = renderCodesNeeded({ ...asked, waiting });
    expect(mail.subject).toBe('Codes needed: Spa <days>');
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain(`Hello Ada, ${words}`);
      expect(part).toContain('what waits is filled by itself');
      expect(part).toContain('Add codes');
      expect(part).toContain(url);
    }
    expect(mail.text).toContain('“Spa <days>” has none left');
    expect(mail.html).toContain('“Spa &lt;days&gt;” has none left');
    expect(mail.html).toMatch(/background:#fc0;color:#1c1d1f;/);
  });
});
