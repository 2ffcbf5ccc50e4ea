import { accessSync, constants, mkdirSync } from 'node:fs';
import type { MediaPlace } from '../../domain/media/media-place.js';
import { DirectoryStore } from './directory-store.js';
import type { MediaStore } from './media-store.js';

/** @throws Error where the directory cannot be written to: at the start, not at the first upload. */
export async function openStore(place: MediaPlace | undefined): Promise<MediaStore | null> {
  if (place === undefined) return null;
  if (place.kind === 'directory') {
    mkdirSync(place.path, { recursive: true, mode: 0o700 });
    accessSync(place.path, constants.W_OK);
    return new DirectoryStore(place.path);
  }
  // Amazon's client is most of what this service would load: only who needs it has it in memory.
  const { S3Store } = await import('./s3-store.js');
  return new S3Store(place);
}
