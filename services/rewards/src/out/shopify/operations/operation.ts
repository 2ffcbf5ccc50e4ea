import type { z } from 'zod';

/** One GraphQL document with what it takes and what it answers. */
export interface Operation<Variables, Data extends z.ZodType> {
  readonly name: string;
  readonly document: string;
  readonly data: Data;
  /** Only a type: what `variables` must be. */
  readonly variables?: Variables;
}

export function operation<Variables>() {
  return <Data extends z.ZodType>(of: {
    name: string;
    document: string;
    data: Data;
  }): Operation<Variables, Data> => of;
}
