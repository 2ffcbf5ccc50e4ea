import { DomainError } from '@cairn/service-kit/domain-error';
import { constraintOf, sqlState } from '@cairn/service-kit/postgres/sql';

const errors: Record<string, { code: string; path: string; detail: string }> = {
  ambassadors_external_id: {
    code: 'duplicate_external_id',
    path: 'externalId',
    detail: 'Another ambassador of the brand has this externalId.',
  },
  ambassadors_email: {
    code: 'duplicate_email',
    path: 'email',
    detail: 'Another ambassador of the brand has this e-mail.',
  },
  ambassadors_code: {
    code: 'duplicate_code',
    path: 'code',
    detail: 'Another ambassador of the brand has this code.',
  },
};

/** Which of an ambassador's keys somebody else has (domain.md 1.3); undefined for any other error. */
export function duplicateOf(error: unknown): DomainError | undefined {
  if (sqlState(error) !== '23505') return undefined;
  const known = errors[constraintOf(error) ?? ''];
  if (known === undefined) return undefined;
  return new DomainError(known.code, known.detail, [{ path: known.path, message: 'is taken' }]);
}
