import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Document {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
}

/** The fields selected of one response key; several nodes when the same field is selected twice. */
export interface SelectedField {
  responseKey: string;
  /** what the innermost fragment around it is on; null outside of fragments */
  condition: GraphQLCompositeType | null;
  nodes: [FieldNode, ...FieldNode[]];
}

/** The object types whose own selections differ: those named by fragments, or the type itself. */
export function candidateTypes(
  document: Document,
  parent: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): readonly (GraphQLObjectType | null)[] {
  if (isObjectType(parent)) return [parent];
  const named = new Set<GraphQLObjectType>();
  const visit = (selection: SelectionNode): void => {
    if (selection.kind === 'Field') return;
    const fragment =
      selection.kind === 'InlineFragment' ? selection : document.fragments[selection.name.value];
    const condition = fragment?.typeCondition && document.schema.getType(fragment.typeCondition.name.value);
    if (isObjectType(condition)) named.add(condition);
    for (const inner of fragment?.selectionSet.selections ?? []) visit(inner);
  };
  for (const set of selectionSets) for (const selection of set.selections) visit(selection);
  return [null, ...named];
}

/** What is selected of `type` (null: of any type that no fragment names). */
export function selectedFields(
  document: Document,
  type: GraphQLObjectType | null,
  selectionSets: readonly SelectionSetNode[],
): SelectedField[] {
  const fields = new Map<string, SelectedField>();
  const visit = (selection: SelectionNode, condition: GraphQLCompositeType | null): void => {
    if (!isIncluded(document, selection)) return;
    if (selection.kind === 'Field') {
      const responseKey = selection.alias?.value ?? selection.name.value;
      const known = fields.get(responseKey);
      if (known) known.nodes.push(selection);
      else fields.set(responseKey, { responseKey, condition, nodes: [selection] });
      return;
    }
    const fragment =
      selection.kind === 'InlineFragment' ? selection : document.fragments[selection.name.value];
    if (!fragment || !appliesTo(document.schema, fragment.typeCondition?.name.value, type)) return;
    const on = fragment.typeCondition && document.schema.getType(fragment.typeCondition.name.value);
    for (const inner of fragment.selectionSet.selections) visit(inner, isCompositeType(on) ? on : condition);
  };
  for (const set of selectionSets) for (const selection of set.selections) visit(selection, null);
  return [...fields.values()];
}

function appliesTo(
  schema: GraphQLSchema,
  condition: string | undefined,
  type: GraphQLObjectType | null,
): boolean {
  if (condition === undefined) return true;
  const conditionType = schema.getType(condition);
  if (!type) return isAbstractType(conditionType);
  if (conditionType === type) return true;
  return (
    isCompositeType(conditionType) && isAbstractType(conditionType) && schema.isSubType(conditionType, type)
  );
}

function isIncluded(document: Document, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, document.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, document.variables);
  return skip?.if !== true && include?.if !== false;
}
