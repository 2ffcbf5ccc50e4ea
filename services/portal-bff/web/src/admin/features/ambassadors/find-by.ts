export type FindBy = 'email' | 'code' | 'externalId';

/**
 * What a search for one ambassador can mean, by its shape (domain.md 1.3): with an @ an e-mail; a referral code is 2 to
 * 64 letters, digits, - or _, which the brand's own id may be too: then both are looked for.
 */
export function findBy(typed: string): FindBy[] {
  const text = typed.trim();
  if (!text) return [];
  if (text.includes('@')) return ['email'];
  return /^[A-Za-z0-9_-]{2,64}$/.test(text) ? ['code', 'externalId'] : ['externalId'];
}
