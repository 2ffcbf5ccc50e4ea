import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeOf } from './code.js';

describe('4.3 a code is derived from its grant', () => {
  it('gives the same code for the same grant, readable and without look-alikes', () => {
    expect(codeOf('1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2')).toBe('CAIRN-T52N-ZZEE-EKXD');
    fc.assert(
      fc.property(fc.uuid(), grantId => {
        expect(codeOf(grantId)).toMatch(/^CAIRN(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
        expect(codeOf(grantId.toUpperCase())).toBe(codeOf(grantId));
      }),
    );
  });

  it('tells grants apart whose ids differ in the last bits that count', () => {
    expect(codeOf('1c6b2f4e-9dc0-51d1-b245-5ffdce74fad2')).not.toBe(
      codeOf('1c6b2f4e-9dc0-51d1-b245-5ffdce74fae2'),
    );
  });
});
