import type { MediaKind } from '@cairn/contracts/http/media';

/** What is taken: types that browsers show and that carry no script, each with its kind and its usual ending. */
const taken: Readonly<Record<string, { kind: MediaKind; ending: string }>> = {
  'image/jpeg': { kind: 'photo', ending: 'jpg' },
  'image/png': { kind: 'photo', ending: 'png' },
  'image/webp': { kind: 'photo', ending: 'webp' },
  'image/gif': { kind: 'photo', ending: 'gif' },
  'image/heic': { kind: 'photo', ending: 'heic' },
  'image/avif': { kind: 'photo', ending: 'avif' },
  'video/mp4': { kind: 'video', ending: 'mp4' },
  'video/quicktime': { kind: 'video', ending: 'mov' },
  'video/webm': { kind: 'video', ending: 'webm' },
};

/** Other names of what is the same to whoever looks at it: an iPhone's burst, an iTunes movie. */
const same: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'video/x-m4v': 'video/mp4',
};

export const takenTypes: readonly string[] = Object.keys(taken);

export interface MediaType {
  /** Such as `image/jpeg`. */
  type: string;
  kind: MediaKind;
}

/** @param found the type of the content. @returns null where it is none that is taken. */
export function mediaTypeOf(found: string | undefined): MediaType | null {
  const type = same[found ?? ''] ?? found ?? '';
  const known = Object.hasOwn(taken, type) ? taken[type] : undefined;
  return known === undefined ? null : { type, kind: known.kind };
}

/** What it is called when it is saved: it says nothing of its author. */
export function mediaFileName(sha256: string, type: string): string {
  return `${sha256.slice(0, 12)}.${taken[type]?.ending ?? 'bin'}`;
}
