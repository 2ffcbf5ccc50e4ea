import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const lengths = { iv: 12, tag: 16 };

/**
 * Encrypts a stored answer (API keys and sessions are in some): iv, tag, then the text.
 * `binding` is what it belongs to; only with the same one can it be opened.
 */
export function sealAnswer(text: string, secret: string, binding: string): Buffer {
  const iv = randomBytes(lengths.iv);
  const seal = createCipheriv(cipher, keyOf(secret), iv).setAAD(Buffer.from(binding));
  const sealed = Buffer.concat([seal.update(text, 'utf8'), seal.final()]);
  return Buffer.concat([iv, seal.getAuthTag(), sealed]);
}

/** @returns undefined where the secret has changed since, or the bytes have. */
export function openAnswer(sealed: Buffer, secret: string, binding: string): string | undefined {
  const textAt = lengths.iv + lengths.tag;
  if (sealed.length < textAt) return undefined;
  try {
    const open = createDecipheriv(cipher, keyOf(secret), sealed.subarray(0, lengths.iv), {
      authTagLength: lengths.tag,
    })
      .setAAD(Buffer.from(binding))
      .setAuthTag(sealed.subarray(lengths.iv, textAt));
    return Buffer.concat([open.update(sealed.subarray(textAt)), open.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'cairn idempotent answers', 32));
}
