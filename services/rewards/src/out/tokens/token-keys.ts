/** What shops' tokens are encrypted with at rest: AES-256, so 32 bytes. */
export interface TokenKey {
  id: string;
  secret: Buffer;
}

const shape = /^([A-Za-z0-9_-]{1,20}):([A-Za-z0-9+/_-]{43}=?)$/;

/** `id:base64(32 bytes)[,older:…]`: the first encrypts, all decrypt. @returns the mistake in words, where there is one. */
export function tokenKeysOf(text: string): readonly TokenKey[] | string {
  const keys: TokenKey[] = [];
  for (const [place, part] of text.split(',').entries()) {
    const [, id, secret] = shape.exec(part.trim()) ?? [];
    if (id === undefined || secret === undefined) {
      return `key ${place + 1} is not <id>:<32 bytes in base64>; make one with: openssl rand -base64 32`;
    }
    if (keys.some(key => key.id === id)) return `two keys have the id ${id}: give each its own`;
    keys.push({ id, secret: Buffer.from(secret, 'base64') });
  }
  return keys;
}
