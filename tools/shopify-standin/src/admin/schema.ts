import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery, isEnumType } from 'graphql';
import { attachScalars } from './scalars.js';

export const API_VERSION = '2026-10';

let loaded: GraphQLSchema | undefined;

/**
 * Shopify's own Admin schema, from the introspection JSON that @shopify/dev-mcp ships.
 * Unpacking, parsing and building take about 0.2 s, once a process.
 */
export function loadAdminSchema(): GraphQLSchema {
  if (loaded) return loaded;
  const introspection: { data: IntrospectionQuery } | IntrospectionQuery = JSON.parse(
    gunzipSync(readFileSync(introspectionFile())).toString('utf8'),
  );
  const schema = buildClientSchema('data' in introspection ? introspection.data : introspection);
  attachScalars(schema);
  loaded = schema;
  return schema;
}

/** The names of an enum's values; none for a type that is no enum. */
export function enumValues(schema: GraphQLSchema, typeName: string): string[] {
  const type = schema.getType(typeName);
  return isEnumType(type) ? type.getValues().map(value => value.name) : [];
}

/** The package exports no path to its data, so it is looked for where Node looks for packages. */
function introspectionFile(): string {
  const inPackage = path.join(
    'node_modules',
    '@shopify',
    'dev-mcp',
    'dist',
    'data',
    `admin_${API_VERSION}.json.gz`,
  );
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, inPackage))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`Not installed: ${inPackage}`);
    folder = parent;
  }
  return path.join(folder, inPackage);
}
