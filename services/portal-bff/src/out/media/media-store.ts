import type { Readable } from 'node:stream';
import type { ByteRange } from '../../domain/media/byte-range.js';

/** Where the bytes are: a directory (one machine), or an object store by the S3 API (clusters). */
export interface MediaStore {
  /**
   * Keeps all that `bytes` gives under the key, or nothing: where the store or the source fails, it throws and takes
   * away what was begun. Holds a few megabytes in memory, however long it is.
   */
  put(key: string, bytes: AsyncIterable<Uint8Array>, type: string): Promise<void>;
  /** @param range all of it where undefined. @returns undefined where there is nothing under the key. */
  open(key: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Takes it away, and what a process that died had begun of it. What is not there is no mistake. */
  remove(key: string): Promise<void>;
  /** Takes away everything whose key begins with `prefix`, which ends with a slash. */
  removeAll(prefix: string): Promise<void>;
}

/** The store, or null where this installation keeps no files. */
export const MEDIA_STORE = Symbol('media store');

/** Of ids and slashes alone. @throws Error for any other, which is a mistake of ours. */
export function checkedKey(key: string): string {
  if (!/^[0-9a-f-]{36}(\/[0-9a-f-]{36})*\/?$/.test(key)) throw new Error(`no key of media: ${key}`);
  return key;
}
