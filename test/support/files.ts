import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Answer, readAnswer } from './api.js';
import { cairn } from './cairn.js';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));

/** A JPEG that every browser shows, and no two alike: what follows a picture's end is not looked at. */
export const photo = (more = 16): Buffer => Buffer.concat([fixture('photo.jpg'), randomBytes(more)]);

/** An MP4 of a second and a half that plays, and no two alike, by a box that players pass over. */
export function video(more = 16): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(more + 8);
  head.write('free', 4);
  return Buffer.concat([fixture('clip.mp4'), head, randomBytes(more)]);
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export interface Upload {
  token: string;
  fields: Readonly<Record<string, string>>;
  file: Buffer;
  /** Null: to hand in; else the submission to mend. */
  mends?: string;
  idempotencyKey?: string;
}

/** Hands a file in, as the portal does. */
export async function upload<Body>(given: Upload): Promise<Answer<Body>> {
  const { token, fields, file, mends, idempotencyKey } = given;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(file)]), 'what-it-is-called.txt');
  const path = mends === undefined ? '/submissions' : `/submissions/${mends}`;
  const response = await fetch(`${cairn().portal}/api/portal/v1${path}`, {
    method: mends === undefined ? 'POST' : 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    body: form,
  });
  return await readAnswer<Body>(response);
}
