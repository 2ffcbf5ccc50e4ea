import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { TokenKey } from './token-keys.js';

const algorithm = 'aes-256-gcm';
const bytes = { iv: 12, tag: 16 };

function prefixOf(key: TokenKey): string {
  return `v1:${key.id}:`;
}

/** Encrypts a token under the first key, for this shop alone: `v1:<key's id>:<iv, tag and text in base64url>`. */
export function seal(keys: readonly TokenKey[], shopId: string, token: string): string {
  const key = keys[0]!;
  const iv = randomBytes(bytes.iv);
  const cipher = createCipheriv(algorithm, key.secret, iv).setAAD(Buffer.from(shopId));
  const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return prefixOf(key) + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/**
 * The token; one that was stored before tokens were encrypted is given back as it is.
 * @throws Error where its key is gone, or it is another shop's or was changed.
 */
export function unseal(keys: readonly TokenKey[], shopId: string, sealed: string): string {
  if (!sealed.startsWith('v1:')) return sealed;
  const key = keys.find(each => sealed.startsWith(prefixOf(each)));
  if (key === undefined) {
    throw new Error(
      `SHOPIFY_TOKEN_KEYS lacks the key ${sealed.split(':')[1]} of shop ${shopId}: add it again`,
    );
  }
  const packed = Buffer.from(sealed.slice(prefixOf(key).length), 'base64url');
  const textAt = bytes.iv + bytes.tag;
  const decipher = createDecipheriv(algorithm, key.secret, packed.subarray(0, bytes.iv), {
    authTagLength: bytes.tag,
  })
    .setAAD(Buffer.from(shopId))
    .setAuthTag(packed.subarray(bytes.iv, textAt));
  return Buffer.concat([decipher.update(packed.subarray(textAt)), decipher.final()]).toString('utf8');
}

/** How all begin that are encrypted under the first key. */
export function currentPrefix(keys: readonly TokenKey[]): string {
  return prefixOf(keys[0]!);
}
