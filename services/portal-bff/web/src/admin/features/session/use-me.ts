import { me } from '@cairn/contracts/http/member';
import { useQuery } from '@tanstack/react-query';
import { adminGet } from '../api/admin-call.js';

export const meKey = ['me'];

/** GET /me: who is signed in, of which brand, and what they may do. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => adminGet('/me', me, {}, signal),
    staleTime: 60_000,
  });
}

type Ability = 'read' | 'write' | 'fulfil' | 'members';

/** Whether who is signed in may do this (domain.md 6.1): what they may not is not shown to them. */
export function useCan(ability: Ability): boolean {
  return useMe().data?.can.includes(ability) ?? false;
}
