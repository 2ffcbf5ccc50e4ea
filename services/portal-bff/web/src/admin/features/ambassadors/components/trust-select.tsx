import { trustLevel } from '@cairn/contracts/earning';
import type { TrustedAmbassador } from '@cairn/contracts/http/ambassador';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../layout/components/notices.js';
import { useCan } from '../../session/use-me.js';
import { updateAmbassador } from '../api/ambassadors.js';
import { trustWords } from '../trust-words.js';

/** Leaves trust to the brand's rule. */
const byRule = 'rule';

/** How far somebody is trusted (domain.md 1.5): as an admin says, or as the brand's rule does. */
export function TrustSelect({ person }: { person: TrustedAmbassador }) {
  const { id, trust, trustSetBy } = person;
  const canWrite = useCan('write');
  const queries = useQueryClient();
  const notify = useNotify();
  const mutation = useMutation({
    mutationFn: (value: string) =>
      updateAmbassador(id, { trust: value === byRule ? null : trustLevel.parse(value) }),
    onSuccess: saved => {
      queries.setQueryData(['ambassador', id], saved);
      notify({ words: `${saved.name}: ${trustWords[saved.trust].toLowerCase()}` });
    },
    onError: () => notify({ tone: 'bad', words: 'Their trust could not be changed. Try again.' }),
  });
  const own = `${trustWords[trust]}, by the rule`;
  if (!canWrite) return <>{trustSetBy === 'rule' ? own : trustWords[trust]}</>;
  return (
    <NativeSelect
      aria-label="Trust"
      size="xs"
      disabled={mutation.isPending}
      value={trustSetBy === 'rule' ? byRule : trust}
      onChange={event => mutation.mutate(event.currentTarget.value)}
      data={[
        { value: byRule, label: trustSetBy === 'rule' ? own : 'By the rule' },
        ...trustLevel.options.map(value => ({ value, label: trustWords[value] })),
      ]}
    />
  );
}
