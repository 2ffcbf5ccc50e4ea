import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { kafkaConnection, kafkaEnvironment } from './connection.js';

const dir = mkdtempSync(join(tmpdir(), 'cairn-kafka-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

const connect = (env: Record<string, string>) =>
  kafkaConnection(z.object(kafkaEnvironment).parse({ KAFKA_BROKERS: 'a:9092, b:9092', ...env }));

describe('kafkaConnection', () => {
  it('is plain where nothing is said', () => {
    expect(connect({})).toEqual({ brokers: ['a:9092', 'b:9092'] });
    expect(connect({ KAFKA_TLS: 'false' })).toEqual({ brokers: ['a:9092', 'b:9092'] });
  });

  it('checks the brokers by the authority given, or by the public ones', () => {
    const ca = file('ca.crt', 'a certificate');
    expect(connect({ KAFKA_TLS: 'true', KAFKA_CA_FILE: ca }).ssl).toEqual({ ca: 'a certificate' });
    expect(connect({ KAFKA_TLS: 'true' }).ssl).toEqual({});
  });

  it('signs in with the password of the environment or of a file', () => {
    const user = { KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_USERNAME: 'points' };
    const sasl = { mechanism: 'scram-sha-512', username: 'points', password: 'secret' };
    expect(connect({ ...user, KAFKA_PASSWORD: 'secret' }).sasl).toEqual(sasl);
    expect(connect({ ...user, KAFKA_PASSWORD_FILE: file('password', 'secret\n') }).sasl).toEqual(sasl);
  });

  it.each([
    [{ KAFKA_CA_FILE: '/ca.crt' }, 'set KAFKA_TLS=true'],
    [
      { KAFKA_TLS: 'true', KAFKA_CA_FILE: '/nowhere/ca.crt' },
      'KAFKA_CA_FILE: /nowhere/ca.crt cannot be read (ENOENT)',
    ],
    [{ KAFKA_SASL_MECHANISM: 'plain' }, 'set KAFKA_USERNAME'],
    [{ KAFKA_USERNAME: 'points' }, 'set KAFKA_SASL_MECHANISM'],
    [
      { KAFKA_SASL_MECHANISM: 'plain', KAFKA_USERNAME: 'points' },
      'set KAFKA_PASSWORD or KAFKA_PASSWORD_FILE',
    ],
  ])('says what is missing of %j', (env, message) => {
    expect(() => connect(env as Record<string, string>)).toThrow(message);
  });
});
