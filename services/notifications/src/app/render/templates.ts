import { accentButton, button, heading, next, page, rewards, stone } from './layout.js';

/** A mail's three parts as Handlebars; `subject` and `text` are plain text. */
export interface MailTemplate {
  subject: string;
  html: string;
  text: string;
}

const list =
  '{{#each rewards}}{{#unless @first}}{{#if @last}} and {{else}}, {{/if}}{{/unless}}{{words}}{{/each}}';

const rewardsText = `{{#each rewards}}
{{words}}{{#if note}} {{note}}.{{/if}}
{{#if code}}
    {{code}}

Yours alone, good once{{#if expires}}, until {{expires}}{{/if}}. Enter it at the checkout.
{{/if}}
{{/each}}{{#each pending}}
{{words}} is being prepared: it comes in a mail of its own as soon as it is ready.
{{/each}}`;

const nextText = `{{#if next}}Next: {{next.name}} at {{next.threshold}} points.{{else}}That is the top: there is no tier above this one.{{/if}}`;

/** domain.md 5.1. */
export const tierUnlocked: MailTemplate = {
  subject: `You reached {{tier.name}}{{#if rewards}}: ${list} inside{{/if}}`,
  html: page(`${stone}
${heading}You reached {{tier.name}}</h1>
<p style="margin:0;">Well done, {{ambassador.firstName}}: {{tier.threshold}} points in {{series.name}}.</p>
{{#if tier.description}}<p class="soft" style="margin:12px 0 0;color:#5d6066;">{{tier.description}}</p>{{/if}}
${rewards}
${next}
${button('{{portalUrl}}', 'See your progress')}`),
  text: `You reached {{tier.name}}

Well done, {{ambassador.firstName}}: {{tier.threshold}} points in {{series.name}}.
{{#if tier.description}}
{{tier.description}}
{{/if}}${rewardsText}
${nextText}
See your progress: {{portalUrl}}

{{footer}}
`,
};

/** The one second mail (domain.md 5.1). */
export const rewardReady: MailTemplate = {
  subject: `Your {{tier.name}} reward is ready: ${list}`,
  html: page(`${stone}
${heading}Your {{tier.name}} reward is ready</h1>
<p style="margin:0;">It took a little longer, {{ambassador.firstName}}. Here it is.</p>
${rewards}
${button('{{portalUrl}}', 'See your progress')}`),
  text: `Your {{tier.name}} reward is ready

It took a little longer, {{ambassador.firstName}}. Here it is.
${rewardsText}
See your progress: {{portalUrl}}

{{footer}}
`,
};

export const signIn = signInMail('Sign in to {{brand.name}}', 'this link signs you in once.');

/** domain.md 6.1: somebody who runs the brand's program. */
export const adminSignIn = signInMail(
  'Sign in to {{brand.name}} as an admin',
  'this link signs you in once to where {{brand.name}}’s ambassadors, series and rewards are run.',
);

/** domain.md 4.3: to those who may add codes. */
export const codesNeeded: MailTemplate = {
  subject: 'Codes needed: {{pool}}',
  html: page(`${heading}Codes needed: {{pool}}</h1>
<p style="margin:0;">Hello {{person.firstName}}, {{waiting}} for a code, and “{{pool}}” has none left.</p>
<p style="margin:12px 0 0;">Add codes, and what waits is filled by itself, the oldest first.</p>
${accentButton('{{url}}', 'Add codes')}`),
  text: `Codes needed: {{pool}}

Hello {{person.firstName}}, {{waiting}} for a code, and “{{pool}}” has none left.

Add codes, and what waits is filled by itself, the oldest first.

Add codes: {{url}}

{{footer}}
`,
};

function signInMail(subject: string, words: string): MailTemplate {
  return {
    subject,
    html: page(`${heading}${subject}</h1>
<p style="margin:0;">Hello {{person.firstName}}, ${words} It works until {{expires}}.</p>
${accentButton('{{url}}', 'Sign in')}
<p class="soft" style="margin:28px 0 0;font-size:14px;color:#5d6066;">If the button does not work, open this address:<br><a class="soft" href="{{url}}" style="color:#5d6066;word-break:break-all;">{{url}}</a></p>`),
    text: `${subject}

Hello {{person.firstName}}, ${words} It works until {{expires}}.

{{url}}

{{footer}}
`,
  };
}

/**
 * A tier's own mail (domain.md 3.3): its body is the main part, and as plain text the value `bodyText`; the rewards
 * follow where it does not show them all itself.
 */
export function tiersOwn(email: { subject: string; body: string }, showsRewards: boolean): MailTemplate {
  return {
    subject: email.subject,
    html: page(`${email.body}\n${showsRewards ? '' : rewards}`),
    text: `{{bodyText}}\n${showsRewards ? '' : rewardsText}\n{{footer}}\n`,
  };
}
