import { describe, expect, it } from '@jest/globals';
import { isWhole, readOptions } from './options.js';

describe('readOptions', () => {
  it('measures everything five times by default', () => {
    const options = readOptions([])!;
    expect(options).toMatchObject({
      rounds: 5,
      quick: false,
      only: ['end-to-end', 'ledger', 'ingest', 'clicks', 'webhooks'],
    });
    expect(isWhole(options)).toBe(true);
  });

  it('takes one round where it is to be quick', () => {
    const options = readOptions(['--quick'])!;
    expect(options.rounds).toBe(1);
    expect(isWhole(options)).toBe(false);
  });

  it('takes a part, which is no report', () => {
    const options = readOptions(['--only', 'ledger, ingest', '--rounds', '7'])!;
    expect(options).toMatchObject({ rounds: 7, only: ['ledger', 'ingest'] });
    expect(isWhole(options)).toBe(false);
  });

  it('takes the growing of databases by itself, and all rounds of it may stand in docs/', () => {
    expect(isWhole(readOptions(['--only', 'size'])!)).toBe(true);
    expect(isWhole(readOptions(['--only', 'size', '--quick'])!)).toBe(false);
  });

  it('knows when help is wanted', () => {
    expect(readOptions(['--help'])).toBeNull();
  });

  it.each([
    [['--rounds', '0'], /--rounds/],
    [['--rounds', 'many'], /--rounds/],
    [['--only', 'speed'], /"speed"/],
    [['--only', 'size,ledger'], /by itself/],
    [['--fast'], /--fast/],
  ])('refuses %j', (args, why) => {
    expect(() => readOptions(args)).toThrow(why);
  });
});
