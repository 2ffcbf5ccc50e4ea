import { createHash } from 'node:crypto';
import { DomainError } from '@cairn/service-kit/domain-error';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findKeyHolder, type KeyHolder } from '../out/postgres/api-keys.js';

/** Whose API key a request carries. */
@Injectable()
export class KeyHolders {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /**
   * @param authorization the header, `Bearer ck_…`.
   * @throws DomainError `unauthenticated`; `forbidden` where the key may not write events.
   */
  async mayWriteEvents(authorization: string | undefined): Promise<KeyHolder> {
    const key = /^Bearer (ck_\S+)$/i.exec(authorization ?? '')?.[1];
    const holder =
      key &&
      (await findKeyHolder(
        onPool(this.db, { prepared: true }),
        createHash('sha256').update(key).digest('hex'),
      ));
    if (!holder) {
      throw new DomainError(
        'unauthenticated',
        'Send Authorization: Bearer with an API key of your brand.',
        undefined,
        { 'www-authenticate': 'Bearer' },
      );
    }
    if (!holder.scopes.includes('events:write')) {
      throw new DomainError('forbidden', 'This key lacks the scope events:write: make one that has it.');
    }
    return holder;
  }
}
