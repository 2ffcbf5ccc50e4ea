import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from 'tar-stream';
import { z } from 'zod';
import { files } from './base-backup.js';
import { Refusal } from './refusal.js';

const manifest = z.object({
  'PostgreSQL-Backup-Manifest-Version': z.literal([1, 2]),
  Files: z.array(
    z.object({
      Path: z.string(),
      Size: z.int().nonnegative(),
      'Checksum-Algorithm': z.literal('SHA256'),
      Checksum: z.string(),
    }),
  ),
  'Manifest-Checksum': z.string(),
});

/**
 * Reads a base backup whole and holds it against the list that the server made while it sent it: every file there, of
 * its size and checksum, and none besides.
 * @returns how many files and bytes.
 * @throws Refusal naming the first file that differs.
 */
export async function verify(dir: string): Promise<{ files: number; bytes: number }> {
  const listed = new Map(readManifest(dir).map(file => [file.Path, file]));
  const left = new Set(listed.keys());
  let bytes = 0;
  const tar = createReadStream(join(dir, files.tar)).pipe(extract());
  const damaged = (what: string) =>
    new Refusal(`${dir} is damaged: ${what}. Use another base backup, and find out what the disk does.`);
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      const path = name.replace(/^\.\//, '');
      const sum = await sha256(entry);
      if (type !== 'file') continue;
      const expected = listed.get(path);
      if (expected === undefined) throw damaged(`${path} is not in its manifest`);
      if (expected.Size !== size || expected.Checksum !== sum)
        throw damaged(`${path} is not what the server sent`);
      left.delete(path);
      bytes += size ?? 0;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(`${files.tar} cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  const [missing] = left;
  if (missing !== undefined) throw damaged(`${missing} is missing`);
  return { files: listed.size, bytes };
}

async function sha256(bytes: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) if (chunk instanceof Uint8Array) hash.update(chunk);
  return hash.digest('hex');
}

/** The last line holds the checksum of all that comes before it. */
function readManifest(dir: string): z.infer<typeof manifest>['Files'] {
  const path = join(dir, files.manifest);
  const text = readFileSync(path, 'utf8');
  const parsed = manifest.safeParse(parseJson(text));
  if (!parsed.success) throw new Refusal(`${path} is not a list of files that Postgres makes.`);
  const upTo = text.lastIndexOf('"Manifest-Checksum"');
  const sum = createHash('sha256').update(text.slice(0, upTo)).digest('hex');
  if (sum !== parsed.data['Manifest-Checksum'])
    throw new Refusal(`${path} is damaged. Use another base backup.`);
  return parsed.data.Files;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
