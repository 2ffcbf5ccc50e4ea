import { randomBytes } from 'node:crypto';

/** The front of each format that is told by it, and then anything: what makes it a file of its own. */
const fronts = {
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  'image/png': Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  'image/webp': Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4, 1), Buffer.from('WEBPVP8 ')]),
  'image/gif': Buffer.from('GIF89a'),
  'image/heic': ftyp('heic'),
  'image/avif': ftyp('avif'),
  'video/mp4': ftyp('isom'),
  'video/quicktime': ftyp('qt  '),
  'video/webm': Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
} as const;

export type MediaFormat = keyof typeof fronts;

export const mediaFormats = Object.keys(fronts) as MediaFormat[];

/** A file of that format, and no two alike. It shows nothing: only its front is looked at. */
export function mediaFile(format: MediaFormat, size = 5_000): Buffer {
  const front = fronts[format];
  return Buffer.concat([front, randomBytes(Math.max(0, size - front.length))]);
}

function ftyp(brand: string): Buffer {
  return Buffer.concat([
    Buffer.from('00000018', 'hex'),
    Buffer.from(`ftyp${brand}`),
    Buffer.alloc(4),
    Buffer.from(`mif1${brand}`),
  ]);
}

/** What a browser sends of a form with a file. */
export function formOf(fields: Readonly<Record<string, string>>, file?: Buffer, name = 'file'): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (file !== undefined) form.set(name, new Blob([new Uint8Array(file)]), 'IMG_0001.jpg');
  return form;
}
