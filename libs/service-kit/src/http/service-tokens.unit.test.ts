import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '../telemetry/logger.js';
import { ServiceTokens } from './service-tokens.js';

const dir = mkdtempSync(join(tmpdir(), 'cairn-tokens-'));
afterAll(() => rmSync(dir, { recursive: true }));

const logger = createLogger('test', 'silent');
const [older, newer] = ['the-token-of-yesterday', 'the-token-of-tomorrow'];

function fromFile(name: string, ...lines: string[]) {
  const file = join(dir, name);
  let time = 0;
  const write = (...of: string[]) => writeFileSync(file, `${of.join('\n')}\n`);
  write(...lines);
  return {
    tokens: new ServiceTokens({ SERVICE_TOKEN_FILE: file }, logger, () => time),
    write,
    remove: () => rmSync(file),
    later: () => {
      time += 2_001;
    },
  };
}

describe('ServiceTokens', () => {
  it('is the one token of the environment', () => {
    const tokens = new ServiceTokens({ SERVICE_TOKEN: older }, logger);
    expect(tokens.first).toBe(older);
    expect([older, newer, ''].map(token => tokens.accepts(token))).toEqual([true, false, false]);
  });

  it('shows the first of a file and takes them all', () => {
    const { tokens } = fromFile('two', newer, '', `  ${older}  `);
    expect(tokens.first).toBe(newer);
    expect([older, newer].every(token => tokens.accepts(token))).toBe(true);
  });

  it('exchanges a token without a restart, and at no instant refuses what another shows', () => {
    const caller = fromFile('caller', older);
    const called = fromFile('called', older);
    const works = () => called.tokens.accepts(caller.tokens.first);
    for (const lines of [[older, newer], [newer, older], [newer]]) {
      for (const side of [called, caller]) {
        side.write(...lines);
        side.later();
        expect(works()).toBe(true);
      }
    }
    expect(called.tokens.accepts(older)).toBe(false);
  });

  it('keeps what it has when the file is away for a moment or empty', () => {
    const { tokens, write, remove, later } = fromFile('away', older);
    remove();
    later();
    expect(tokens.first).toBe(older);
    write('');
    later();
    expect(tokens.accepts(older)).toBe(true);
  });

  it.each([
    [{}, 'SERVICE_TOKEN: there is no token'],
    [{ SERVICE_TOKEN: 'short' }, 'SERVICE_TOKEN: a token must have at least 16 characters'],
    [
      { SERVICE_TOKEN_FILE: '/nowhere/tokens' },
      'SERVICE_TOKEN_FILE: /nowhere/tokens cannot be read (ENOENT)',
    ],
  ])('refuses to begin with %j', (from, message) => {
    expect(() => new ServiceTokens(from, logger)).toThrow(message);
  });
});
