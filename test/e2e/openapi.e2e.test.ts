import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import openapiTS, { astToString } from 'openapi-typescript';
import { cairn } from '../support/cairn.js';

/*
 * What the servers publish is what is committed, and so are the types made from it. After a change of the API:
 * `TEST_OPENAPI=write npm test -- e2e openapi` writes both anew.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = join(root, 'docs', 'openapi');
const clients = join(root, 'test', 'client');
const writes = process.env.TEST_OPENAPI === 'write';

const servers = [
  ['portal-bff', () => cairn().portal],
  ['ingestion', () => cairn().ingestion],
] as const;

const published = async (url: string) =>
  (await (await fetch(`${url}/openapi.json`)).json()) as Record<string, unknown>;

const head = '// Made from docs/openapi by openapi-typescript: see test/e2e/openapi.e2e.test.ts.\n';

const typesOf = async (document: object) =>
  head + astToString(await openapiTS(JSON.stringify(document), { alphabetize: true }));

describe.each(servers)('the OpenAPI document of %s', (name, url) => {
  it('is valid 3.1, and the one that is committed', async () => {
    const document = await published(url());
    expect(await new Validator().validate({ ...document })).toMatchObject({ valid: true });
    const file = join(documents, `${name}.gen.json`);
    if (writes) {
      mkdirSync(documents, { recursive: true });
      writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(document);
  });

  it('gives the types that are committed', async () => {
    const types = await typesOf(await published(url()));
    const file = join(clients, `${name}.gen.ts`);
    if (writes) writeFileSync(file, types);
    expect(readFileSync(file, 'utf8')).toBe(types);
  });

  it('has a page that reads well without running anything', async () => {
    const page = await fetch(`${url()}/docs`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain(name === 'ingestion' ? '/v1/events' : '/api/v1/series/{id}/publish');
  });
});
