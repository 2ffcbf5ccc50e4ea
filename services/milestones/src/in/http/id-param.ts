import { id } from '@cairn/contracts/scalars';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { PipeTransform } from '@nestjs/common';

/** `@Param('id', idParam('series'))`: what is no id is nobody's, so it answers as an unknown one does (404). */
export function idParam(kind: string): PipeTransform<unknown, string> {
  return {
    transform: value => {
      const parsed = id.safeParse(value);
      if (parsed.success) return parsed.data.toLowerCase();
      throw new DomainError('not_found', `No ${kind} with this id: check the id.`);
    },
  };
}
