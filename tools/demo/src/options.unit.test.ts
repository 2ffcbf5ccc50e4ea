import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.js';

const read = (...args: string[]) => readOptions(args, '/home/ann');

describe('the command line', () => {
  it('is the CDNOW sample with made-up refunds by itself', () => {
    expect(read()).toEqual({
      orders: null,
      format: 'cdnow',
      times: 1,
      limit: null,
      refunds: 'made-up',
      slug: 'cdnow',
      checkOnly: false,
    });
  });

  it('reads a file from where the person is', () => {
    expect(read('--orders', 'dec.csv', '--format', 'online-retail')).toMatchObject({
      orders: '/home/ann/dec.csv',
      slug: 'online-retail',
    });
  });

  it.each([
    [['--times', '50'], 'cdnow-x50'],
    [['--limit', '20', '--refunds', 'none'], 'cdnow-no-refunds-first-20'],
    [['--limit', '20', '--brand', 'mine'], 'mine'],
  ])('%j is the brand %s', (args, slug) => {
    expect(read(...args)?.slug).toBe(slug);
  });

  it.each([
    [['--times', '0']],
    [['--times', 'many']],
    [['--format', 'xml']],
    [['--brand', 'Not A Slug']],
    [['--format', 'online-retail']],
    [['--unknown']],
  ])('refuses %j', args => {
    expect(() => read(...args)).toThrow();
  });

  it('shows help', () => {
    expect(read('--help')).toBeNull();
  });
});
