import { Readable } from 'node:stream';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keyOf } from '../../app/media/forget-media.js';
import { rangeOf } from '../../domain/media/byte-range.js';
import { sha256Pattern } from '../../domain/media/media-proof.js';
import { mediaFileName } from '../../domain/media/media-type.js';
import type { MediaStore } from '../../out/media/media-store.js';
import type { StoredMedia } from '../../out/postgres/media.js';

/**
 * For a file from a stranger that a browser shows by itself: it loads itself and nothing else, and runs nothing. Its
 * type was found in its content, and nosniff holds the browser to it.
 */
const policy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** @throws DomainError `not_found` for what is no name of content. */
export function contentName(text: string): string {
  if (sha256Pattern.test(text)) return text;
  throw noMedia();
}

/**
 * Answers a photo or video, or the part of it that the browser asks for: Safari plays no video otherwise, and none can be
 * scrubbed. The content never changes under its name, but who may see it does, so it is kept by the browser alone, for an
 * hour.
 * @throws DomainError `not_found`, `range_not_satisfiable`, `unavailable`
 */
export async function sendMedia(
  request: FastifyRequest,
  reply: FastifyReply,
  media: StoredMedia | undefined,
  store: MediaStore | null,
): Promise<void> {
  if (media === undefined || store === null) throw noMedia();
  const { sha256, type, bytes } = media;
  const etag = `"${sha256}"`;
  const headers = {
    etag,
    'cache-control': 'private, max-age=3600',
    vary: 'cookie, authorization',
    'content-security-policy': policy,
  };
  if (matches(request.headers['if-none-match'], etag)) {
    await reply.status(304).headers(headers).send();
    return;
  }
  const isStale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
  const range = isStale ? 'whole' : rangeOf(request.headers.range, bytes);
  if (range === 'unsatisfiable') throw unsatisfiable(bytes);
  const { from, to } = range === 'whole' ? { from: 0, to: bytes - 1 } : range;
  // Before the headers: a problem is to be kept by nobody. Of nothing at all Fastify would say that it has no length.
  const stream =
    request.method === 'HEAD'
      ? Readable.from([])
      : await opened(store, media, range === 'whole' ? undefined : range);
  await reply
    .status(range === 'whole' ? 200 : 206)
    .headers({
      ...headers,
      'content-type': type,
      'content-length': to - from + 1,
      'accept-ranges': 'bytes',
      'content-disposition': `inline; filename="${mediaFileName(sha256, type)}"`,
      ...(range === 'whole' ? {} : { 'content-range': `bytes ${from}-${to}/${bytes}` }),
    })
    .send(stream);
}

async function opened(
  store: MediaStore,
  media: StoredMedia,
  range: { from: number; to: number } | undefined,
) {
  const stream = await store.open(keyOf(media), range).catch(() => {
    throw new DomainError(
      'unavailable',
      'The place where photos and videos are kept does not answer just now: try again in a moment.',
    );
  });
  if (stream === undefined) throw noMedia();
  return stream;
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some(one => one.trim().replace(/^W\//, '') === etag);
}

function unsatisfiable(bytes: number): DomainError {
  return new DomainError('range_not_satisfiable', `It has ${bytes} bytes: ask for some of them.`, undefined, {
    'content-range': `bytes */${bytes}`,
  });
}

function noMedia(): DomainError {
  return new DomainError('not_found', 'There is no photo or video with this name: check the address.');
}
