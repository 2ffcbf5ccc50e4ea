import { type Html, html, prose } from './html.js';
import { operationHtml } from './page-operation.js';
import { anchorOf, schemaHtml } from './page-schema.js';
import type { OpenApiDocument, Operation } from './types.js';

interface Placed {
  method: string;
  path: string;
  operation: Operation;
}

/** The document as a page that needs no script: calls by tag, then the schemas they refer to. */
export function docsPage(document: OpenApiDocument): string {
  const { info, tags, components } = document;
  const groups = tags.map(({ name }) => ({ name, calls: callsOf(document, name) }));
  const schemas = Object.entries(components.schemas);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${info.title}</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<a class="skip" href="#content">Skip to the calls</a>
<nav aria-label="Calls">
<p class="product">${info.title}</p>
${groups.map(({ name, calls }) => contentsHtml(name, calls))}
<h2><a href="#schemas">Schemas</a></h2>
</nav>
<main id="content">
<header>
<h1>${info.title} <span class="version">${info.version}</span></h1>
${prose(info.description)}
<p>For programs: <a href="openapi.json">openapi.json</a>, an OpenAPI ${document.openapi} document.</p>
</header>
${groups.map(
  ({
    name,
    calls,
  }) => html`<section aria-labelledby="${tagAnchor(name)}"><h2 id="${tagAnchor(name)}">${name}</h2>
${calls.map(({ method, path, operation }) => operationHtml(method, path, operation))}</section>`,
)}
<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>
${schemas.map(
  ([name, schema]) =>
    html`<article id="${anchorOf(name)}"><h3>${name}</h3>${prose(schema.description)}${schemaHtml(
      schema,
    )}</article>`,
)}
</section>
</main>
</body>
</html>
`.text;
}

function contentsHtml(name: string, calls: readonly Placed[]): Html {
  return html`<h2><a href="#${tagAnchor(name)}">${name}</a></h2>
<ul>${calls.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}</ul>`;
}

function callsOf({ paths }: OpenApiDocument, tag: string): Placed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ method, path, operation })),
  );
}

function tagAnchor(name: string): string {
  return `tag-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}
