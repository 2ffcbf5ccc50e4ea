import { GraphQLError, type GraphQLSchema, isScalarType, Kind, type ValueNode } from 'graphql';

/** Introspection carries scalars' names only, so what they accept is added here. */
const PARSERS: Record<string, (value: unknown) => unknown> = {
  DateTime: parseDateTime,
  Decimal: parseDecimal,
  Money: parseDecimal,
  UnsignedInt64: parseUnsignedInt64,
  URL: parseUrl,
};

export function attachScalars(schema: GraphQLSchema): void {
  for (const [name, parse] of Object.entries(PARSERS)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) throw new Error(`The Admin schema has no scalar ${name}`);
    type.parseValue = parse;
    type.parseLiteral = (node, variables) => parse(literalValue(node, variables));
  }
}

function literalValue(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
  if (node.kind === Kind.VARIABLE) return variables?.[node.name.value];
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING) return node.value;
  throw new GraphQLError('Expected a scalar value');
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** ISO 8601, kept as milliseconds since the epoch. Without a zone it is UTC: the stand-in's shops live there. */
function parseDateTime(value: unknown): number {
  const match = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  const isZoneless = match !== null && match[1] === undefined && match[0].length > 10;
  const instant = match ? Date.parse(isZoneless ? `${match[0]}Z` : match[0]) : Number.NaN;
  if (Number.isNaN(instant)) throw new GraphQLError(`invalid DateTime '${String(value)}'`);
  return instant;
}

/** A signed decimal number, as a string so that no amount is rounded. */
function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?\d+(\.\d+)?$/.test(text)) {
    throw new GraphQLError(`invalid decimal '${String(value)}'`);
  }
  return text;
}

function parseUnsignedInt64(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,20}$/.test(text)) {
    throw new GraphQLError(`invalid unsigned integer '${String(value)}'`);
  }
  return text;
}

function parseUrl(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value))
    throw new GraphQLError(`invalid URL '${String(value)}'`);
  return value;
}
