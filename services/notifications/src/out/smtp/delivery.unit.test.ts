import { describe, expect, it } from '@jest/globals';
import { deliveryOf } from './delivery.js';

const failure = (code: string, command: string, responseCode?: number) =>
  Object.assign(new Error(`${command} ${responseCode ?? code}`), { code, command, responseCode });

describe('what a failed SMTP try means', () => {
  it.each([
    ['no connection', failure('ESOCKET', 'CONN'), false, 'refused', false],
    ['a time-out before the mail', failure('ETIMEDOUT', 'CONN'), false, 'refused', false],
    ['a wrong password', failure('EAUTH', 'AUTH PLAIN', 535), false, 'refused', false],
    ['a full mailbox', failure('EENVELOPE', 'RCPT TO', 452), false, 'refused', false],
    ['no such mailbox', failure('EENVELOPE', 'RCPT TO', 550), false, 'refused', true],
    ['not an address', failure('EENVELOPE', 'API'), false, 'refused', true],
    ['the server is tired', failure('EMESSAGE', 'DATA', 451), true, 'refused', false],
    ['the server calls it spam', failure('EMESSAGE', 'DATA', 554), true, 'refused', true],
  ])('%s: it was not delivered', (_name, error, began, kind, isPermanent) => {
    expect(deliveryOf(error, began)).toMatchObject({ kind, isPermanent });
  });

  it.each([
    ['the connection broke in the middle', failure('ECONNECTION', 'CONN'), true],
    ['no answer to the end of the mail', failure('ETIMEDOUT', 'CONN'), true],
    ['something nobody foresaw', 'a string', true],
  ])('%s: nobody knows', (_name, error, began) => {
    expect(deliveryOf(error, began).kind).toBe('unknown');
  });
});
