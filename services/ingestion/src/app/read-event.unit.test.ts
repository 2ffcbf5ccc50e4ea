import { describe, expect, it } from '@jest/globals';
import { readEvent, readLine } from './read-event.js';

const now = Date.parse('2026-11-01T12:00:00Z');
const sale = {
  id: 'evt-1',
  type: 'referral.sale',
  occurredAt: '2026-11-01T10:00:00Z',
  ambassador: { externalId: 'cust-42' },
  data: { orderId: 'o1', currency: 'USD', netAmount: 19_999 },
};
const action = {
  ...sale,
  type: 'action.completed',
  data: { actionId: 'a1', proofUrl: 'https://www.tiktok.com/@a/video/1', text: 'love it #ad' },
};

const judge = (value: unknown) => {
  const read = readEvent(value, now, 400);
  return read.kind === 'event' ? 'taken' : { code: read.code, at: read.errors.map(error => error.path) };
};
const withData = (data: object) => ({ ...sale, data: { ...sale.data, ...data } });
const invalid = (...at: string[]) => ({ code: 'invalid_event', at });

describe('api.md Ingestion: one event', () => {
  it.each<[string, unknown, unknown]>([
    ['a sale', sale, 'taken'],
    ['an action', action, 'taken'],
    ['a refund without an ambassador', { ...sale, type: 'referral.refund', ambassador: undefined }, 'taken'],
    ['a campaign joined', { ...sale, type: 'campaign.joined', data: { campaignId: 'c1' } }, 'taken'],
    ['a campaign completed', { ...sale, type: 'campaign.completed', data: { campaignId: 'c1' } }, 'taken'],
    [
      'a field that nobody knows',
      { ...sale, extra: 'x\0', data: { ...sale.data, more: ['\ud800'] } },
      'taken',
    ],
    ['text', 'evt', invalid('')],
    ['a number', 5, invalid('')],
    ['null', null, invalid('')],
    ['an array in an array', [sale], invalid('')],
    ['no type', { ...sale, type: undefined }, invalid('type')],
    ['a type that is no text', { ...sale, type: ['referral.sale'] }, invalid('type')],
    ['an unknown type', { ...sale, type: 'referral.gift' }, { code: 'unknown_type', at: ['type'] }],
    ['a type by another name', { ...sale, type: 'toString' }, { code: 'unknown_type', at: ['type'] }],
    ['no id', { ...sale, id: undefined }, invalid('id')],
    ['a number for an id', { ...sale, id: 7 }, invalid('id')],
    ['an id with a space', { ...sale, id: 'a b' }, invalid('id')],
    ['an id that is not ASCII', { ...sale, id: 'é' }, invalid('id')],
    ['an id of 200', { ...sale, id: '~'.repeat(200) }, 'taken'],
    ['an id of 201', { ...sale, id: 'x'.repeat(201) }, invalid('id')],
    ['no ambassador', { ...sale, ambassador: undefined }, invalid('ambassador')],
    ['nobody', { ...sale, ambassador: {} }, invalid('ambassador')],
    ['two names', { ...sale, ambassador: { code: 'a', email: 'a@b.c' } }, invalid('ambassador')],
    ['an amount of 0', withData({ netAmount: 0 }), 'taken'],
    ['2^53 − 1', withData({ netAmount: Number.MAX_SAFE_INTEGER }), 'taken'],
    ['2^53', withData({ netAmount: 2 ** 53 }), invalid('data.netAmount')],
    ['a negative amount', withData({ netAmount: -1 }), invalid('data.netAmount')],
    ['a fraction', withData({ netAmount: 19.99 }), invalid('data.netAmount')],
    ['an amount as text', withData({ netAmount: '5' }), invalid('data.netAmount')],
    ['a refund of 0', { ...withData({ netAmount: 0 }), type: 'referral.refund' }, invalid('data.netAmount')],
    ['a currency in lower case', withData({ currency: 'usd' }), invalid('data.currency')],
    ['a NUL', withData({ orderId: 'o\0' }), invalid('data.orderId')],
    ['half a character', { ...action, data: { ...action.data, text: '\ud83d' } }, invalid('data.text')],
    [
      'a proof that is no address',
      { ...action, data: { actionId: 'a', proofUrl: 'x' } },
      invalid('data.proofUrl'),
    ],
  ])('%s', (_, value, wanted) => {
    expect(judge(value)).toEqual(wanted);
  });

  it.each<[string, unknown]>([
    ['2026-11-01T10:00:00+02:00', 'taken'],
    ['2026-11-01T10:00:00.123456789Z', 'taken'],
    ['2026-11-01T12:05:00Z', 'taken'],
    ['2026-11-01T12:05:00.001Z', { code: 'in_the_future', at: ['occurredAt'] }],
    ['9999-12-31T23:59:59Z', { code: 'in_the_future', at: ['occurredAt'] }],
    ['2025-09-01T00:00:00Z', { code: 'too_old', at: ['occurredAt'] }],
    ['1900-01-01T00:00:00Z', { code: 'too_old', at: ['occurredAt'] }],
    ['0000-01-01T00:00:00Z', invalid('occurredAt')],
    ['2026-02-30T00:00:00Z', invalid('occurredAt')],
    ['2026-11-01', invalid('occurredAt')],
    ['2026-11-01T10:00:00', invalid('occurredAt')],
    ['2026-11-01T24:00:00Z', invalid('occurredAt')],
    ['yesterday', invalid('occurredAt')],
  ])('happened at %s', (occurredAt, wanted) => {
    expect(judge({ ...sale, occurredAt })).toEqual(wanted);
  });

  it('refuses a year of six digits once', () => {
    expect(judge({ ...sale, occurredAt: '+275760-09-13T00:00:00Z' })).toMatchObject({
      code: 'invalid_event',
    });
  });

  it('names the known types to one who sent another, and does not give back all of what was sent', () => {
    const read = readEvent({ ...sale, type: 'x'.repeat(5_000_000) }, now, 400);
    expect(read).toMatchObject({ kind: 'refused', id: 'evt-1', code: 'unknown_type' });
    const [error] = read.kind === 'refused' ? read.errors : [];
    expect(error?.message).toContain('action.completed, campaign.joined, campaign.completed, referral.sale');
    const fields = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`field${n}`, 1]));
    expect(JSON.stringify(readEvent({ ...sale, ambassador: fields }, now, 400)).length).toBeLessThan(2_000);
  });

  it('keeps ids of refused ones, cut to 200 characters', () => {
    expect(readEvent({ id: 'y'.repeat(500) }, now, 400)).toMatchObject({ id: 'y'.repeat(200) });
  });
});

describe('api.md Ingestion: one line of NDJSON', () => {
  const line = (text: string) => readLine(Buffer.from(text), now, 400);
  const withAmount = (amount: string) => line(JSON.stringify(sale).replace('19999', amount));

  it('takes an event', () => {
    expect(line(JSON.stringify(sale))).toMatchObject({ kind: 'event', event: sale });
  });

  it.each([
    '9007199254740993',
    '9007199254740992.0',
    '9007199254740991.4',
    '1e308',
    '1e400',
    '1e-400',
    '0.5',
  ])('an amount of %s is refused, not rounded', amount => {
    expect(withAmount(amount)).toMatchObject({
      code: 'invalid_event',
      errors: [{ path: 'data.netAmount', message: expect.stringMatching(/\S/) }],
    });
  });

  it('says of a figure that would be rounded what to send', () => {
    expect(withAmount('9007199254740991.4')).toMatchObject({
      errors: [{ message: expect.stringContaining('send an integer') }],
    });
  });

  it('refuses what is no JSON, and a line that was too long', () => {
    expect(line('{"id":')).toMatchObject({ code: 'invalid_json', id: null });
    expect(readLine(null, now, 400)).toMatchObject({ code: 'too_large', id: null });
  });

  it('is not fooled by __proto__, and not felled by deep nesting', () => {
    const poisoned = JSON.stringify(sale).replace(
      '"type":"referral.sale",',
      '"__proto__":{"type":"referral.sale"},',
    );
    expect(line(poisoned)).toMatchObject({ code: 'invalid_event', errors: [{ path: 'type' }] });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(line(JSON.stringify({ ...sale, extra: 0 }).replace('"extra":0', `"extra":${deep}`))).toMatchObject(
      {
        kind: 'event',
      },
    );
    expect(line(JSON.stringify(sale).replace('"o1"', deep))).toMatchObject({
      code: 'invalid_event',
      errors: [{ path: 'data.orderId' }],
    });
    expect(line(deep)).toMatchObject({ code: 'invalid_event' });
  });
});
