import { type Html, html, inline } from './html.js';
import type { JsonSchema } from './types.js';

const place = '#/components/schemas/';

export function anchorOf(schemaName: string): string {
  return `schema-${schemaName}`;
}

/** A schema as a line of its type and, below it, its fields. */
export function schemaHtml(schema: JsonSchema): Html {
  return html`<p class="type">${typeHtml(schema)} ${limitsHtml(schema)}</p>${bodyHtml(schema)}${examplesHtml(schema)}`;
}

/** What stands inside a schema: fields, items, alternatives. */
function bodyHtml(schema: JsonSchema): Html {
  const items =
    schema.items ?? (typeof schema.additionalProperties === 'object' && schema.additionalProperties);
  const alternatives = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(isLarge);
  return html`${fieldsHtml(schema)}${(schema.allOf ?? []).filter(isLarge).map(bodyHtml)}${
    items ? bodyHtml(items) : ''
  }${alternatives.length > 0 && html`<ul class="alternatives">${alternatives.map(alternativeHtml)}</ul>`}${
    isSchema(schema.contentSchema) && html`<p>Each:</p>${schemaHtml(schema.contentSchema)}`
  }`;
}

function alternativeHtml(schema: JsonSchema): Html {
  return html`<li><span class="type">${typeHtml(schema)}</span>${bodyHtml(schema)}</li>`;
}

function fieldsHtml({ properties, required = [] }: JsonSchema): Html | '' {
  const entries = Object.entries(properties ?? {});
  if (entries.length === 0) return '';
  return html`<ul class="fields">${entries.map(
    ([name, field]) =>
      html`<li><code class="name">${name}</code> <span class="type">${typeHtml(field)}</span>${
        required.includes(name) && html` <span class="required">required</span>`
      } ${limitsHtml(field)}${field.description && html`<div class="about">${inline(field.description)}</div>`}${bodyHtml(
        field,
      )}</li>`,
  )}</ul>`;
}

function examplesHtml({ example, examples = [] }: JsonSchema): Html[] {
  return [...(example === undefined ? [] : [example]), ...examples].map(
    value =>
      html`<figure><figcaption>Example</figcaption><pre tabindex="0">${JSON.stringify(value, null, 2)}</pre></figure>`,
  );
}

export function typeHtml(schema: JsonSchema): Html {
  const name = schema.$ref?.slice(place.length);
  if (name !== undefined) return html`<a href="#${anchorOf(name)}">${name}</a>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum)
    return joined(
      schema.enum.map(value => html`<code>${JSON.stringify(value)}</code>`),
      ' | ',
    );
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return joined(alternatives.map(typeHtml), ' or ');
  if (schema.items) return html`list of ${typeHtml(schema.items)}`;
  if (schema.allOf && schema.type === undefined) return joined(schema.allOf.map(typeHtml), ' with ');
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  return html`${type}${schema.format && ` (${schema.format})`}`;
}

const ranges: [least: string, most: string, unit: string][] = [
  ['minimum', 'maximum', ''],
  ['minLength', 'maxLength', ' characters'],
  ['minItems', 'maxItems', ' items'],
];

export function limitsHtml(schema: JsonSchema): Html {
  const said = ranges.flatMap(([least, most, unit]) => rangeOf(schema[least], schema[most], unit));
  if (schema.default !== undefined) said.push(`default ${JSON.stringify(schema.default)}`);
  return html`${said.length > 0 && html`<span class="limits">${said.join(', ')}</span>`}${
    schema.pattern !== undefined && html` <code class="pattern">${String(schema.pattern)}</code>`
  }`;
}

function rangeOf(least: unknown, most: unknown, unit: string): string[] {
  const from = isExactness(least) ? undefined : least;
  const to = isExactness(most) ? undefined : most;
  if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`];
  if (from !== undefined) return [`from ${from}${unit}`];
  return to === undefined ? [] : [`up to ${to}${unit}`];
}

/** ±(2^53 − 1): every integer's, and so nothing to say. */
function isExactness(limit: unknown): boolean {
  return typeof limit === 'number' && Math.abs(limit) === Number.MAX_SAFE_INTEGER;
}

/** Whether it needs more than its type's words. */
function isLarge(schema: JsonSchema): boolean {
  return [schema.properties, schema.items?.properties, schema.oneOf, schema.anyOf, schema.allOf].some(
    part => part !== undefined,
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

function joined(parts: readonly Html[], between: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`;
}
