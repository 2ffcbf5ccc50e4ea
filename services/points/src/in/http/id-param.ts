import { id } from '@cairn/contracts/scalars';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { PipeTransform } from '@nestjs/common';

/** An id in a path: one that cannot be is one that is not there. */
export const idParam: PipeTransform<unknown, string> = {
  transform(value) {
    const parsed = id.safeParse(value);
    if (!parsed.success) throw new DomainError('not_found', 'There is nothing with this id.');
    return parsed.data;
  },
};
