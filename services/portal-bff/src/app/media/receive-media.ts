import { createHash } from 'node:crypto';
import type { MediaKind } from '@cairn/contracts/http/media';
import { sizeWords } from '@cairn/contracts/words/size-words';
import { DomainError } from '@cairn/service-kit/domain-error';
import { fileTypeFromBuffer } from 'file-type';
import { type MediaType, mediaTypeOf } from '../../domain/media/media-type.js';

/** Bytes at the front that say what a file is: the longest that the detection looks at. */
const frontSize = 4_100;

/** A file whose front was read. */
export interface Incoming extends MediaType {
  /** All of it, the front included; to be read once. */
  bytes: AsyncIterable<Buffer>;
}

/**
 * Reads as much as tells what it is. What its sender calls it is not asked.
 * @throws DomainError `unsupported_media_type` for what is no photo or video that is taken.
 */
export async function recognised(source: AsyncIterable<Buffer>): Promise<Incoming> {
  const rest = source[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  for (let size = 0; size < frontSize; ) {
    const next = await rest.next();
    if (next.done === true) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  const front = Buffer.concat(chunks);
  const type = mediaTypeOf(await typeOf(front));
  if (type === null) {
    throw new DomainError(
      'unsupported_media_type',
      front.length === 0
        ? 'There is nothing in this file: choose another one.'
        : 'This is no photo or video that can be taken. Take JPEG, PNG, WebP, GIF, HEIC or AVIF, or MP4, MOV or WebM.',
    );
  }
  return { ...type, bytes: afterFront(front, rest) };
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** The library looks for a PNG's pixels, and a colour profile before them may be longer than the front. */
async function typeOf(front: Buffer): Promise<string | undefined> {
  if (front.subarray(0, pngSignature.length).equals(pngSignature)) return 'image/png';
  return (await fileTypeFromBuffer(front.subarray(0, frontSize)))?.mime;
}

async function* afterFront(front: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield front;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** What went through. */
export interface Measured {
  bytes: AsyncIterable<Buffer>;
  /** Once all has gone through. */
  result: () => { sha256: string; size: number };
}

/**
 * Passes bytes on, counting and hashing them.
 * @throws DomainError `too_large` as soon as there are more than `limit`.
 */
export function measured(source: AsyncIterable<Buffer>, kind: MediaKind, limit: number): Measured {
  const hash = createHash('sha256');
  let size = 0;
  async function* through(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) throw tooLarge(kind, limit);
      hash.update(chunk);
      yield chunk;
    }
  }
  return { bytes: through(), result: () => ({ sha256: hash.digest('hex'), size }) };
}

export function tooLarge(kind: MediaKind, limit: number): DomainError {
  const advice = kind === 'photo' ? 'send it smaller' : 'cut it, or save it smaller';
  return new DomainError('too_large', `A ${kind} may have ${sizeWords(limit)} at most: ${advice}.`);
}
