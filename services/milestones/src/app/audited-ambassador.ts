import type { Ambassador } from '../domain/ambassador.js';

/** What the audit log keeps of an ambassador: of an address only whether there is one. */
export function audited({ address, ...person }: Ambassador): Record<string, unknown> {
  return { ...person, hasAddress: address !== null };
}
