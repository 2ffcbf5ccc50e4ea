import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.js';

/** A random secret of this data directory (256 bits, base64url), made when first asked for and kept. */
export function keptSecret(dataDir: string, name: string): string {
  const path = join(dataDir, 'secrets.json');
  const secrets = readJson(path, z.record(z.string(), z.string())) ?? {};
  const known = secrets[name];
  if (known !== undefined) return known;
  const secret = randomBytes(32).toString('base64url');
  writeJson(path, { ...secrets, [name]: secret });
  return secret;
}
