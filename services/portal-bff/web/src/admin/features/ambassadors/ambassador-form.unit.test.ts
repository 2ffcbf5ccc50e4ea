import { describe, expect, it } from '@jest/globals';
import { emptyAmbassador, readAmbassador } from './ambassador-form.js';

const programId = '0192d7a6-7c1e-7a64-8b0f-000000000001';
const maya = { ...emptyAmbassador, name: ' Maya Lind ', email: 'maya@example.com', programId };
const home = {
  ...emptyAmbassador.address,
  line1: 'Long Lane 1',
  city: 'Aarhus',
  postalCode: '8000',
  country: 'dk',
};

describe('the form of a new ambassador', () => {
  it('sends what was written and nothing else', () => {
    expect(readAmbassador(maya)).toEqual({
      input: { name: 'Maya Lind', email: 'maya@example.com', programId },
    });
    expect(readAmbassador({ ...maya, externalId: ' cust-42 ', code: 'MAYA10' })).toMatchObject({
      input: { externalId: 'cust-42', code: 'MAYA10' },
    });
  });

  it('says what is missing at each field', () => {
    const read = readAmbassador({ ...emptyAmbassador, email: 'maya@', code: '!' });
    expect(Object.keys('errors' in read ? read.errors : {})).toEqual(['name', 'email', 'programId', 'code']);
  });

  it('sends an address only when it is wanted, in the ambassador’s name where none is written', () => {
    expect(readAmbassador({ ...maya, address: home })).not.toHaveProperty('input.address');
    expect(readAmbassador({ ...maya, withAddress: true, address: home })).toMatchObject({
      input: {
        address: {
          name: 'Maya Lind',
          line1: 'Long Lane 1',
          city: 'Aarhus',
          postalCode: '8000',
          country: 'DK',
        },
      },
    });
    const read = readAmbassador({
      ...maya,
      withAddress: true,
      address: { ...home, city: ' ', country: 'Denmark' },
    });
    expect(read).toEqual({
      errors: { 'address.city': 'Write the city.', 'address.country': 'Two letters, such as US or DK.' },
    });
  });
});
