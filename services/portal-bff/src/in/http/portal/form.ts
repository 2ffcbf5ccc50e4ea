import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { DomainError } from '@cairn/service-kit/domain-error';
import { withIdleLimit } from '@cairn/service-kit/http/idle-limit';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';

/** Bodies of this type reach the handler as they come in, unread. */
export const formType = 'multipart/form-data';

/** Milliseconds that the client may leave us without anything to read. */
const idleLimit = 30_000;

/** Texts of a form: 10,000 characters are at most four times as many bytes. */
const limits = { fields: 20, fieldNameSize: 100, fieldSize: 50_000, files: 1, parts: 21, headerPairs: 20 };

/** A form that was read to its end. */
export interface Form<File> {
  fields: Record<string, string>;
  file: File;
}

/** Whether the body is a form, which nobody has read yet. */
export function isForm({ headers, body }: FastifyRequest): boolean {
  return isStream(body) && headers['content-type']?.toLowerCase().startsWith(formType) === true;
}

/**
 * Reads a form with one file, the part `file`, which goes to `take` as it comes: at the pace of `take`, and with nothing
 * of it kept here. Where the client goes away, the form is broken or `take` refuses, the bytes that `take` reads end in an
 * error, and it is waited for.
 * @throws DomainError `invalid_input`, `too_slow`; and what `take` throws.
 */
export async function readForm<File>(
  request: FastifyRequest,
  take: (bytes: AsyncIterable<Buffer>) => Promise<File>,
): Promise<Form<File>> {
  const parser = parserOf(request);
  const fields = new Map<string, string>();
  const failed = new AbortController();
  const fail = (error: unknown) => failed.abort(error);
  let coming: Readable | undefined;
  let taking: Promise<File> | undefined;

  parser.on('error', () => fail(endedTooSoon()));
  parser.on('fieldsLimit', () => fail(refused('form', 'too many fields')));
  parser.on('partsLimit', () => fail(refused('form', 'too many parts')));
  parser.on('filesLimit', () => fail(refused('file', 'one file')));
  parser.on('field', (name, value, nameTruncated, valueTruncated) => {
    if (nameTruncated || valueTruncated) fail(refused(name, 'too long'));
    else fields.set(name, value);
  });
  parser.on('file', (name, stream) => {
    coming = stream;
    // Its end is heard by who reads it; this keeps an error that comes before that from being nobody's.
    stream.on('error', () => undefined);
    if (name !== 'file') {
      fail(refused(name, 'the file is the part `file`'));
      return;
    }
    taking = take(stream);
    taking.catch(fail);
  });

  const finished = once(parser, 'finish', { signal: failed.signal });
  finished.catch(() => undefined);
  try {
    await pump(request, parser, failed.signal);
    await finished;
    const file = await taking;
    if (file === undefined) throw refused('file', 'a photo or video: without one, send JSON');
    return { fields: Object.fromEntries(fields), file };
  } catch (error) {
    const reason: unknown = failed.signal.aborted ? failed.signal.reason : error;
    coming?.destroy(endedTooSoon());
    // What it has begun it takes away before anybody is answered.
    await taking?.catch(() => undefined);
    throw reason;
  }
}

/** As fast as the parser takes it. The connection is left open, so that an answer can still be sent over it. */
async function pump(request: FastifyRequest, parser: BusboyInstance, failed: AbortSignal): Promise<void> {
  const chunks = (request.body as Readable).iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of withIdleLimit<Buffer>(chunks, idleLimit)) {
      failed.throwIfAborted();
      if (!parser.write(chunk)) await once(parser, 'drain', { signal: failed });
    }
  } catch (error) {
    failed.throwIfAborted();
    throw error instanceof DomainError ? error : endedTooSoon();
  }
  failed.throwIfAborted();
  parser.end();
}

function parserOf({ headers }: FastifyRequest): BusboyInstance {
  try {
    return new Busboy({ headers: { ...headers, 'content-type': headers['content-type'] ?? '' }, limits });
  } catch {
    throw refused('content-type', 'multipart/form-data with a boundary');
  }
}

function endedTooSoon(): DomainError {
  return new DomainError('invalid_input', 'The form ended too soon: send it again.');
}

function refused(path: string, message: string): DomainError {
  return new DomainError('invalid_input', 'Mend the fields named in errors and send it again.', [
    { path, message },
  ]);
}

function isStream(body: unknown): boolean {
  return typeof (body as { pipe?: unknown } | null | undefined)?.pipe === 'function';
}
