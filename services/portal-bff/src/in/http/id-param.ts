import { DomainError } from '@cairn/service-kit/domain-error';
import type { PipeTransform } from '@nestjs/common';
import { z } from 'zod';

/** `@Param('id', idParam)`: what is not an id names nothing, so it is a 404 like another brand's. */
export const idParam: PipeTransform<unknown, string> = {
  transform(value) {
    const id = z.uuid().safeParse(value);
    if (id.success) return id.data.toLowerCase();
    throw new DomainError('not_found', 'There is nothing of this id.');
  },
};
