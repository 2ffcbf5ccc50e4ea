import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ListMultipartUploadsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MediaPlace, mediaPlaceOf } from '../../domain/media/media-place.js';
import { type S3Mock, s3Mock } from '../../testing/s3-mock.js';
import type { MediaStore } from './media-store.js';
import { openStore } from './open-store.js';

/** A store with a look behind it: the keys of all that it has, whole or begun. */
interface Place {
  store: MediaStore;
  left: () => Promise<string[]>;
  close: () => Promise<void>;
}

const storeAt = async (url: string) => (await openStore(mediaPlaceOf(url) as MediaPlace))!;

async function directory(): Promise<Place> {
  const root = mkdtempSync(join(tmpdir(), 'cairn-media-'));
  const kept = join(root, 'kept here');
  return {
    store: await storeAt(pathToFileURL(kept).href),
    left: async () =>
      readdirSync(kept, { recursive: true, withFileTypes: true })
        .filter(one => one.isFile())
        .map(({ parentPath, name }) => relative(kept, join(parentPath, name))),
    close: async () => rmSync(root, { recursive: true }),
  };
}

async function objectStore(): Promise<Place> {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' });
  const mock: S3Mock = await s3Mock();
  const client = new S3Client({ region: 'us-east-1', endpoint: mock.endpoint, forcePathStyle: true });
  const at = { Bucket: mock.bucket };
  return {
    store: await storeAt(mock.url),
    left: async () => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command(at));
      const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand(at));
      return [...Contents, ...Uploads].map(({ Key }) => Key!.replace('files/', ''));
    },
    close: mock.stop,
  };
}

async function* chunks(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function* breaking(bytes: Buffer): AsyncGenerator<Buffer> {
  yield* chunks(bytes);
  throw new Error('the client went away');
}

const key = (brand = randomUUID(), person = randomUUID()) => `${brand}/${person}/${randomUUID()}`;

describe.each([
  ['a directory', directory],
  ['the S3 API', objectStore],
])('media in %s', (_, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  const read = async (of: string, range?: { from: number; to: number }) => {
    const stream = await place.store.open(of, range);
    return stream && Buffer.concat(await stream.toArray());
  };

  it.each([
    ['one byte', 1],
    ['less than a part', 100_000],
    // S3 has these in parts of 5 MB.
    ['exactly two parts', 10 * 1024 * 1024],
    ['parts and some more', 11_000_000],
  ])('keeps %s as it came, and gives ranges of it', async (_what, size) => {
    const at = key();
    const bytes = randomBytes(size);
    await place.store.put(at, chunks(bytes), 'image/jpeg');
    expect((await read(at))?.equals(bytes)).toBe(true);
    const range = { from: Math.floor(size / 2), to: size - 1 };
    expect((await read(at, range))?.equals(bytes.subarray(range.from))).toBe(true);
    expect((await read(at, { from: 0, to: 0 }))?.equals(bytes.subarray(0, 1))).toBe(true);
    await place.store.remove(at);
    expect(await read(at)).toBeUndefined();
    expect(await place.left()).toEqual([]);
  });

  it.each([
    ['before a part', 1_000],
    ['between parts', 12_000_000],
  ])('leaves nothing of what breaks off %s', async (_what, size) => {
    const at = key();
    await expect(place.store.put(at, breaking(randomBytes(size)), 'video/mp4')).rejects.toThrow(
      'the client went away',
    );
    expect(await read(at)).toBeUndefined();
    expect(await place.left()).toEqual([]);
  });

  it('takes away what is not there, and what a process that died had begun', async () => {
    const at = key();
    await place.store.remove(at);
    const died = Promise.withResolvers<void>();
    async function* halted(): AsyncGenerator<Buffer> {
      yield randomBytes(6 * 1024 * 1024);
      yield randomBytes(6 * 1024 * 1024);
      await died.promise;
    }
    // Looked at from the first: a part that is still on its way may find its upload gone before `died` is said.
    const refused = expect(place.store.put(at, halted(), 'video/mp4')).rejects.toThrow();
    await until('something is there', async () => (await place.left()).length > 0);
    await place.store.remove(at);
    expect(await place.left()).toEqual([]);
    died.resolve();
    await refused;
  });

  it('6.3 erases all of one person, and nothing of anybody else', async () => {
    const [brand, ada, bob] = [randomUUID(), randomUUID(), randomUUID()];
    const keys = {
      ada: [key(brand, ada), key(brand, ada)],
      bob: key(brand, bob),
      other: key(undefined, ada),
    };
    for (const at of [...keys.ada, keys.bob, keys.other]) {
      await place.store.put(at, chunks(Buffer.from('x')), 'image/png');
    }
    await place.store.removeAll(`${brand}/${ada}/`);
    expect((await place.left()).sort()).toEqual([keys.bob, keys.other].sort());
    await place.store.removeAll(`${brand}/${ada}/`);
    await place.store.removeAll(`${brand}/`);
    await place.store.remove(keys.other);
    expect(await place.left()).toEqual([]);
  });

  it('takes no key that leads elsewhere', async () => {
    for (const at of ['../secret', '/etc/passwd', `${randomUUID()}/..`, '']) {
      await expect(place.store.open(at)).rejects.toThrow('no key of media');
    }
  });
});
