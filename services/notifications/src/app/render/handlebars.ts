import Handlebars from 'handlebars';

const env = Handlebars.create();

/** Nothing but these may be called; each stays inside the data it is given (domain.md 5.4). */
const knownHelpers = { if: true, unless: true, each: true, with: true, lookup: true, log: false };

type Compiled = (data: unknown) => string;

/** How many templates stay compiled. */
const room = 500;

const cache = new Map<string, Compiled>();

/**
 * A template, compiled once. Every value is escaped for HTML, also in `{{{ }}}`; for plain text nothing is. Own
 * properties of the data only.
 * @throws where the template is broken or calls what it may not.
 */
export function compile(source: string, kind: 'html' | 'text'): Compiled {
  const key = `${kind}:${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const program = env.parse(source);
  if (kind === 'html') new Escaping().accept(program);
  const template = env.compile(program, {
    knownHelpers: knownHelpers as KnownHelpers,
    knownHelpersOnly: true,
    noEscape: kind === 'text',
  });
  const compiled: Compiled = data =>
    template(data, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
  if (cache.size >= room) cache.delete(cache.keys().next().value!);
  cache.set(key, compiled);
  return compiled;
}

/** Handlebars types every built-in as known or unknown; `log` would write to the console. */
type KnownHelpers = NonNullable<CompileOptions['knownHelpers']>;

/** Turns unescaped output into escaped output. */
class Escaping extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    mustache.escaped = true;
    super.MustacheStatement(mustache);
  }
}
