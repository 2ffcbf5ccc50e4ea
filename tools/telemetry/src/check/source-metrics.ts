import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';
import { z } from 'zod';

export interface MetricDefinition {
  readonly name: string;
  readonly labels: readonly string[];
  /** Undefined but for a histogram: its highest bucket, in its unit. */
  readonly highestBucket?: number;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

const text = z.object({ type: z.literal('StringLiteral'), value: z.string() });
const number = z.object({ type: z.literal('NumericLiteral'), value: z.number() });
const identifier = z.object({ type: z.literal('Identifier'), value: z.string() });
const array = z.object({
  type: z.literal('ArrayExpression'),
  elements: z.array(z.object({ expression: z.unknown() }).nullable()),
});
const property = z.object({ type: z.literal('KeyValueProperty'), key: identifier, value: z.unknown() });
const object = z.object({ type: z.literal('ObjectExpression'), properties: z.array(z.unknown()) });
const constant = z.object({ type: z.literal('VariableDeclarator'), id: identifier, init: z.unknown() });

/**
 * What the services' and the kit's code defines by `{ name: 'cairn_…', help: … }`, whoever makes the metric of it.
 * @throws Error where a definition says something that cannot be read from its text
 */
export function sourceMetrics(): MetricDefinition[] {
  const trees = globSync(['libs/service-kit/src/**/*.ts', 'services/*/src/**/*.ts'], { cwd: root })
    .filter(file => !file.endsWith('.test.ts'))
    .map(file => readFileSync(`${root}${file}`, 'utf8'))
    .filter(source => source.includes("'cairn_") || source.includes('prom-client'))
    .map(source => parseSync(source, { syntax: 'typescript', decorators: true }));
  const constants = new Map<string, unknown>();
  visit(trees, node => {
    const parsed = constant.safeParse(node);
    if (parsed.success) constants.set(parsed.data.id.value, parsed.data.init);
  });
  const found = new Map<string, MetricDefinition>();
  visit(trees, node => {
    const definition = metricIn(node, constants);
    if (definition) found.set(definition.name, definition);
  });
  return [...found.values()];
}

function metricIn(node: unknown, constants: ReadonlyMap<string, unknown>): MetricDefinition | undefined {
  const parsed = object.safeParse(node);
  if (!parsed.success) return undefined;
  const fields = new Map(
    parsed.data.properties.flatMap(each => {
      const read = property.safeParse(each);
      return read.success ? [[read.data.key.value, read.data.value] as const] : [];
    }),
  );
  const name = text.safeParse(resolved(fields.get('name'), constants));
  if (!name.success || !name.data.value.startsWith('cairn_') || !fields.has('help')) return undefined;
  const several = fields.get('labelNames');
  const one = fields.get('label');
  const buckets = fields.get('buckets');
  return {
    name: name.data.value,
    labels:
      one === undefined
        ? elements(several, constants).map(each => text.parse(each).value)
        : [text.parse(one).value],
    ...(buckets === undefined
      ? {}
      : { highestBucket: Math.max(...elements(buckets, constants).map(each => number.parse(each).value)) }),
  };
}

/** The elements of an array in the source, through constants and spreads; none where there is none. */
function elements(node: unknown, constants: ReadonlyMap<string, unknown>): unknown[] {
  if (node === undefined) return [];
  return array.parse(resolved(node, constants)).elements.flatMap(element => {
    const value = resolved(element?.expression, constants);
    return array.safeParse(value).success ? elements(value, constants) : [value];
  });
}

function resolved(node: unknown, constants: ReadonlyMap<string, unknown>): unknown {
  const name = identifier.safeParse(node);
  return name.success ? constants.get(name.data.value) : node;
}

function visit(node: unknown, see: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) see(node);
  for (const each of Object.values(node)) visit(each, see);
}
