import { messageStatus } from '@cairn/contracts/events/notifications/message-changed';
import { describe, expect, it } from '@jest/globals';
import { type Brand, brandForm, cleanTags, readBrand } from './brand-form.js';
import { readCodes } from './codes-text.js';
import { mendedMessage, shownMessage } from './letter-text.js';
import { askedStatus, goneWords, mailFilters, mailWords, recipientWords } from './mail-words.js';

const brand: Brand = {
  id: '0192d7a6-7c1e-7a64-8b0f-000000000001',
  slug: 'rosewood',
  name: 'Rosewood',
  timezone: 'Europe/Copenhagen',
  currency: 'USD',
  currencyExponent: 2,
  maxEventAgeDays: 400,
  quietAfterDays: null,
  disclosureTags: ['#ad'],
  accent: null,
  landingUrl: 'https://rosewood.example/spring',
  trustRule: { approved: 5, withinDays: 90 },
  reviewSamplePercent: 10,
  attribution: { windowDays: 30, model: 'last_click', recurringDays: 0 },
};

describe('the brand’s form', () => {
  it('reads back what it was made of', () => {
    const { id: _, slug: __, currency: ___, currencyExponent: ____, ...settings } = brand;
    expect(readBrand(brandForm(brand))).toEqual({ input: settings });
  });

  it('1.5 without a rule nobody is trusted by themselves', () => {
    expect(readBrand({ ...brandForm(brand), trustByRule: false })).toMatchObject({
      input: { trustRule: null },
    });
  });

  it('1.6 never is no number of days', () => {
    expect(readBrand({ ...brandForm(brand), quiet: true, quietAfterDays: '0' })).toMatchObject({
      input: { quietAfterDays: 0 },
    });
  });

  it('2.3 keeps tags whole, with one # and once', () => {
    expect(cleanTags(['ad', '#Ad', '##gifted', 'paid partnership', '#', ' '])).toEqual([
      '#ad',
      '#gifted',
      '#paidpartnership',
    ]);
  });

  it('says what is wrong with each field', () => {
    const form = {
      ...brandForm(brand),
      name: ' ',
      accent: 'red',
      landingUrl: 'rosewood',
      clicksCountDays: '366',
      recurring: true,
      recurringDays: '0',
      maxEventAgeDays: '0',
      reviewSamplePercent: '101',
      trustApproved: '0',
      trustWithinDays: '',
    };
    const read = readBrand({ ...form, quiet: true, quietAfterDays: '-1' });
    expect('errors' in read && Object.values(read.errors).every(Boolean)).toBe(true);
    expect(read).toHaveProperty(['errors', 'attribution.windowDays']);
    expect(read).toHaveProperty(['errors', 'attribution.recurringDays']);
  });
});

describe('4.3 codes out of a text', () => {
  it('are one a line, each once', () => {
    expect(readCodes('\uFEFFAA-1\r\n\n  BB-2 \n"CC-3",\nAA-1\n')).toEqual({
      codes: ['AA-1', 'BB-2', 'CC-3'],
      bad: [],
      repeated: 1,
    });
  });

  it('names the lines that are none', () => {
    expect(readCodes('AA 1\nÆBLE\nOK').bad).toEqual([
      { line: 1, text: 'AA 1' },
      { line: 2, text: 'ÆBLE' },
    ]);
  });
});

describe('a dead letter’s message', () => {
  const original = '{"id":"e1","data":{"points":1}}';

  it('is shown indented, and unchanged it is sent as it was', () => {
    expect(shownMessage(original)).toContain('\n  "data"');
    expect(mendedMessage(shownMessage(original), original)).toEqual({ kind: 'same' });
    expect(shownMessage('not json')).toBe('not json');
    expect(mendedMessage('not json', 'not json')).toEqual({ kind: 'same' });
    expect(shownMessage(null)).toBe('');
  });

  it('is sent whole once it is a mended object, and not before', () => {
    expect(mendedMessage('{"id":"e2"}', original)).toEqual({ kind: 'mended', value: { id: 'e2' } });
    expect(mendedMessage('[1]', original)).toMatchObject({ kind: 'wrong' });
    expect(mendedMessage('{"id":', original)).toMatchObject({ kind: 'wrong' });
  });
});

describe('5.2 the list of mails', () => {
  it('asks for those whose fate nobody knows, for one state, or for all', () => {
    expect([undefined, 'sent', 'all'].map(askedStatus)).toEqual(['unknown', 'sent', undefined]);
    const choices = mailFilters.map(({ value }) => value);
    expect(choices.toSorted()).toEqual(['all', ...messageStatus.options].toSorted());
  });

  it('says what a mail was and whom it is to', () => {
    expect(['tier-unlocked', 'close-to-tier'].map(mailWords)).toEqual(['Tier unlocked', 'close to tier']);
    expect(goneWords({ status: 'unknown', template: 'admin-sign-in' })).toBe('Link ran out');
    expect(goneWords({ status: 'sent', template: 'sign-in' })).toBeNull();
    expect(recipientWords({ ambassadorId: null, ambassadorName: null })).toBe('An admin');
    expect(recipientWords({ ambassadorId: brand.id, ambassadorName: null })).toBe('An ambassador');
    expect(recipientWords({ ambassadorId: brand.id, ambassadorName: 'Mia' })).toBe('Mia');
  });
});
