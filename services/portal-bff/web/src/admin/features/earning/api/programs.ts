import { programItem } from '@cairn/contracts/http/program';
import { programRule } from '@cairn/contracts/http/referral-rule-input';
import type { ReferralRule } from '@cairn/contracts/referral-rule';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet, created } from '../../api/admin-call.js';
import { changesOf } from '../../api/changes-of.js';
import type { Program, ProgramInput } from '../program-form.js';

const rulePath = (id: string) => `/programs/${id}/referral-rule`;

export interface KnownRule {
  rule: ReferralRule | null;
  known: boolean;
  /** The rule could not be read. */
  error: unknown;
  reread: () => void;
}

/** GET /programs/{id}/referral-rule of each program, in their order. */
export function useReferralRules(programs: readonly Program[]): KnownRule[] {
  return useQueries({
    queries: programs.map(({ id }) => ({
      queryKey: ['referral-rule', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => adminGet(rulePath(id), programRule, {}, signal),
      staleTime: 60_000,
    })),
    combine: answers =>
      answers.map(({ data, error, refetch }) => ({
        rule: data?.rule ?? null,
        known: data !== undefined,
        error,
        reread: () => void refetch(),
      })),
  });
}

/** POST /programs, then its referral rule; sent again with the same key, the program is created once. Throws ApiProblem. */
export async function createProgram({ program, rule }: ProgramInput, idempotencyKey: string): Promise<void> {
  const { id } = await adminCommand('POST', '/programs', created, { body: program, idempotencyKey });
  if (rule !== null) await adminCommand('PUT', rulePath(id), programRule, { body: rule });
}

/** PATCH /programs/{id} and its referral rule, each where it has changed. Throws ApiProblem. */
export async function updateProgram(
  before: Program,
  was: ReferralRule | null,
  after: ProgramInput,
): Promise<void> {
  const changes = changesOf(before, after.program);
  if (Object.keys(changes).length > 0) {
    await adminCommand('PATCH', `/programs/${before.id}`, programItem, {
      body: changes,
      ifMatch: before.revision,
    });
  }
  if (after.rule !== null && JSON.stringify(after.rule) !== JSON.stringify(was)) {
    await adminCommand('PUT', rulePath(before.id), programRule, { body: after.rule });
  }
}

/** To be called when a program or its rule has changed. */
export function useProgramsChanged() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['programs'] });
    void queries.invalidateQueries({ queryKey: ['referral-rule'] });
  };
}
