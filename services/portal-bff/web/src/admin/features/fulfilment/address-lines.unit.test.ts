import { expect, it } from '@jest/globals';
import { addressLines } from './address-lines.js';

it('4.4 an address is lines as on a parcel, without what it lacks', () => {
  const ada = { name: 'Ada', line1: '1 Mill Road', city: 'Bath', postalCode: 'BA1 1AA', country: 'GB' };
  expect(addressLines(ada)).toEqual(['Ada', '1 Mill Road', 'BA1 1AA Bath', 'GB']);
  expect(addressLines({ ...ada, line2: 'Flat 2', phone: '+44' })).toContain('Flat 2');
});
