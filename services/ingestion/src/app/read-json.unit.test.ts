import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from './read-json.js';

const read = (text: string | Buffer) => readJson(Buffer.from(text as string));
const parsed = (text: string) => {
  const result = read(text);
  return result.kind === 'json' ? result.value : result;
};

describe('reading JSON', () => {
  it.each([
    '9007199254740990.6',
    '9007199254740991.4',
    '4503599627370496.3',
    '0.99999999999999999999',
    '1e-400',
    '100.00000000000000000001',
    '-0.99999999999999999999',
  ])('%s is not rounded to an integer', text => {
    expect(parsed(text)).toBeNaN();
    expect(parsed(`{"a":[{"b":${text}}]}`)).toEqual({ a: [{ b: Number.NaN }] });
  });

  it.each<[string, number]>([
    ['9007199254740991', 9007199254740991],
    ['9007199254740991.0', 9007199254740991],
    ['9.007199254740991e15', 9007199254740991],
    ['1e3', 1000],
    ['1000e-3', 1],
    ['-12.50E2', -1250],
    ['0.000000000000000000', 0],
    ['0e5', 0],
    ['19.990000000000000000', 19.99],
    ['1e15', 1e15],
  ])('%s is kept', (text, value) => {
    expect(parsed(text)).toBe(value);
  });

  it('leaves integers beyond 2^53 for the schemas to refuse', () => {
    for (const text of ['9007199254740993', '9007199254740992.0', '1e308', '1e400', '-1e400']) {
      expect(Number.isSafeInteger(parsed(text))).toBe(false);
      expect(parsed(text)).not.toBeNaN();
    }
  });

  it('reads every JSON value as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        expect(parsed(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes the last of names that are there twice, and leaves a byte order mark out', () => {
    expect(parsed('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(parsed('\uFEFF{"a":1}')).toEqual({ a: 1 });
  });

  it('says what is broken', () => {
    expect(read('{"a":')).toMatchObject({ kind: 'broken', message: expect.stringContaining('not JSON') });
    expect(read('')).toMatchObject({ kind: 'broken' });
    expect(read(Buffer.from([0x22, 0xc3, 0x22]))).toEqual({ kind: 'broken', message: 'not UTF-8' });
  });

  it('does not fall over deep nesting', () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    expect(read(deep).kind).toBe('json');
    expect(read(deep.replace('[]', '[1e400]'))).toEqual({
      kind: 'broken',
      message: 'nested too deeply',
    });
  });
});
