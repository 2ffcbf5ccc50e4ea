/** Digits and consonants without look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B, U V): nothing to misread, no words by chance. */
const alphabet = '23456789CDFGHJKMNPQRTWXY';

const length = 8;

/** A referral code of 8 signs, about 1.1 × 10^11 of them. @param below an unbiased random integer in [0, n). */
export function referralCode(below: (n: number) => number): string {
  return Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
}

/** How a code is compared (1.3). */
export function foldCode(code: string): string {
  return code.toLowerCase();
}
