import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema } from 'graphql';

const inPackage = 'node_modules/@shopify/dev-mcp/dist/data/admin_2026-10.json.gz';

/** Shopify's own Admin schema, of the version that we speak; the package exports no path to it. */
export function adminSchema(): GraphQLSchema {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, inPackage))) {
    if (folder === dirname(folder)) throw new Error(`not installed: ${inPackage}`);
    folder = dirname(folder);
  }
  const introspection = JSON.parse(gunzipSync(readFileSync(join(folder, inPackage))).toString('utf8'));
  return buildClientSchema(introspection.data ?? introspection);
}
