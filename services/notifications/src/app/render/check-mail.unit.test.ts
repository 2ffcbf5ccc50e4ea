import { describe, expect, it } from '@jest/globals';
import { checkMail } from './check-mail.js';

const check = (subject: string, body: string) => checkMail({ path: 'tiers.0.email', subject, body });

describe('5.4 a tier’s own mail', () => {
  it.each([
    ['plain words', 'You did it', 'Well done'],
    [
      'its values',
      '{{tier.name}} is yours',
      '<b>{{ambassador.firstName}}</b> {{#each rewards}}{{words}}{{/each}}',
    ],
    ['what is not there', 'Hello {{nobody.knows}}', '{{#if next}}{{next.name}}{{/if}}'],
  ])('is taken with %s', (_, subject, body) => {
    expect(check(subject, body)).toEqual([]);
  });

  it.each([
    ['an open block', 'Hi', '{{#if next}}', 'body'],
    ['an open brace', '{{tier.name', 'Hi', 'subject'],
    ['a helper that reaches out', 'Hi', '{{log "x"}}', 'body'],
    ['a helper that is not there', 'Hi', '{{#shout}}x{{/shout}} {{yell "x"}}', 'body'],
  ])('is refused with %s, by its field', (_, subject, body, field) => {
    expect(check(subject, body)).toEqual([
      { path: `tiers.0.email.${field}`, message: expect.stringMatching(/^cannot be read as Handlebars: ./) },
    ]);
  });
});
