import { describe, expect, it } from '@jest/globals';
import { letterBrand } from './letter-brand.js';

const brand = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a00';
const other = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01';

describe('whose a dead letter is', () => {
  it.each([
    ['its envelope says', `{"brandid":"${brand.toUpperCase()}","data":7}`, `${other}:x`, brand],
    ['its key says', 'not json', `${brand}:0192`, brand],
    ['its key is the brand', '{"brandid":7}', brand, brand],
    ['neither says', '{}', 'x:y', null],
    ['there is no key', 'null', null, null],
  ])('%s', (_, value, key, expected) => {
    expect(letterBrand(Buffer.from(value), key)).toBe(expected);
  });

  it('bytes that are no text, and no bytes', () => {
    expect(letterBrand(Buffer.from([0xff, 0xfe]), `${brand}:x`)).toBe(brand);
    expect(letterBrand(null, `${brand}:x`)).toBe(brand);
  });
});
