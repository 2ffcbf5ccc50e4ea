import { describe, expect, it } from '@jest/globals';
import { landingAddress } from './landing-address.js';

describe('where a referral link leads', () => {
  it('is the landing page with code and UTM parameters, its own query and fragment kept', () => {
    expect(landingAddress('https://shop.example/new?lang=en#top', 'ADA7QF2', 'rosewood')).toBe(
      'https://shop.example/new?lang=en&ref=ADA7QF2&utm_source=ambassador&utm_medium=referral&utm_campaign=rosewood#top',
    );
  });
});
