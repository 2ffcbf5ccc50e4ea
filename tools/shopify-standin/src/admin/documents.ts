import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { documentErrors, type RequestError } from './validation.js';

export type Checked = { document: DocumentNode } | { errors: RequestError[] };

const REMEMBERED = 500;

/** Parses and validates; clients send the same few documents again and again, so the outcome is remembered. */
export class Documents {
  readonly #checked = new Map<string, Checked>();

  constructor(private readonly schema: GraphQLSchema) {}

  check(query: string): Checked {
    const known = this.#checked.get(query);
    if (known) return known;
    const checked = this.#parseAndValidate(query);
    if (this.#checked.size >= REMEMBERED) this.#checked.clear();
    this.#checked.set(query, checked);
    return checked;
  }

  #parseAndValidate(query: string): Checked {
    try {
      const document = parse(query);
      const errors = documentErrors(this.schema, document);
      return errors.length > 0 ? { errors } : { document };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return {
        errors: [{ message: error.message, locations: error.locations, extensions: { code: 'PARSE_ERROR' } }],
      };
    }
  }
}

/** The operation to run, or null when the name fits none or, without one, there are several. */
export function chosenOperation(
  document: DocumentNode,
  name?: string | null,
): OperationDefinitionNode | null {
  const operations = document.definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);
  const fitting = name ? operations.filter(operation => operation.name?.value === name) : operations;
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Names of the fields at the operation's root, aliases resolved: what faults are aimed at. */
export function rootFields(operation: OperationDefinitionNode): string[] {
  return operation.selectionSet.selections.flatMap(selection =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
}
