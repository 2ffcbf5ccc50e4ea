import { z } from 'zod';

const operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
});

const document = z.object({
  openapi: z.string().regex(/^3\.1\./),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

/** One call that a server's own OpenAPI document says it takes. */
export interface Operation extends z.infer<typeof operation> {
  method: string;
  /** With `{id}` in it. */
  path: string;
}

/** Every operation of a server, by its /openapi.json. */
export async function operationsOf(server: string): Promise<Operation[]> {
  const { paths } = document.parse(await (await fetch(`${server}/openapi.json`)).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, method: method.toUpperCase(), path })),
  );
}

/** The scope that an API key needs for it, such as `admin:read`; undefined where no key is taken. */
export function scopeOf({ security }: Operation): string | undefined {
  return security.find(way => way.apiKey !== undefined)?.apiKey?.[0];
}

/** Its path with ids in it, each by the path's segment before it: `/api/v1/series/{id}` takes `ids.series`. */
export function pathWith({ path }: Operation, ids: Readonly<Record<string, string>>): string {
  return path.replace(/([^/]+)\/\{[^}]+\}/g, (_, segment: string) => {
    const id = ids[segment];
    if (id === undefined) throw new Error(`${path}: the test knows no id for ${segment}`);
    return `${segment}/${encodeURIComponent(id)}`;
  });
}
