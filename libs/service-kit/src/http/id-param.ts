import { id } from '@cairn/contracts/scalars';
import { DomainError } from '../domain-error.js';
import type { SchemaPipe } from './zod-pipe.js';

/** `@Param('id', idParam('series'))`: what is no id is nobody's, so it answers as an unknown one does (404). */
export function idParam(kind: string): SchemaPipe<typeof id> {
  return {
    schema: id,
    transform: value => {
      const parsed = id.safeParse(value);
      if (parsed.success) return parsed.data;
      throw new DomainError('not_found', `There is no ${kind} with this id: check the id.`);
    },
  };
}
