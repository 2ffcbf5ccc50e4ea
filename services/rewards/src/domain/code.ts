/** Crockford's base 32: no I, L, O or U, so it survives being read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes of a UUID that its version and variant do not touch, eight of them. */
const freeBytes = [7, 9, 10, 11, 12, 13, 14, 15];

/**
 * The discount code of a grant: `CAIRN-XXXX-XXXX-XXXX`, 60 bits of the grant's own id, so that making it again gives the
 * same code and Shopify's uniqueness makes it one (domain.md 4.3, 4.6).
 */
export function codeOf(grantId: string): string {
  const hex = grantId.replaceAll('-', '');
  const bits = BigInt(`0x${freeBytes.map(byte => hex.slice(byte * 2, byte * 2 + 2)).join('')}`) >> 4n;
  const characters = Array.from(
    { length: 12 },
    (_, place) => alphabet[Number((bits >> BigInt(5 * (11 - place))) & 31n)],
  );
  return `CAIRN-${[0, 4, 8].map(start => characters.slice(start, start + 4).join('')).join('-')}`;
}
