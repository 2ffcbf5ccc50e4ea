import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange } from '../../domain/media/byte-range.js';
import { checkedKey, type MediaStore } from './media-store.js';

/** Files below a directory that every copy of the service sees: for one machine. */
export class DirectoryStore implements MediaStore {
  constructor(private readonly root: string) {}

  /** Under another name until it is whole and on the disk: a name that is there stands for all of it. */
  async put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(key);
    const part = partOf(path);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const file = await open(part, 'w', 0o600);
      try {
        for await (const chunk of bytes) await file.writeFile(chunk);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, path);
      await syncDirectory(dirname(path));
    } catch (error) {
      await rm(part, { force: true });
      await rm(path, { force: true });
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const file = await open(this.pathOf(key), constants.O_RDONLY).catch(absent);
    return file?.createReadStream(range === undefined ? {} : { start: range.from, end: range.to });
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    await rm(partOf(path), { force: true });
    await rm(path, { force: true });
  }

  async removeAll(prefix: string): Promise<void> {
    await rm(this.pathOf(prefix), { recursive: true, force: true });
  }

  private pathOf(key: string): string {
    return join(this.root, checkedKey(key));
  }
}

const partOf = (path: string) => `${path}.part`;

/** A rename is on the disk when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, constants.O_RDONLY);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
