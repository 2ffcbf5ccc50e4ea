import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from '../../layout/components/notices.js';
import { failureWords } from '../../layout/failure-words.js';
import { lookAs } from '../api/look.js';

const blocked =
  'Your browser did not let this page open a tab. Allow pop-ups for it in the address bar, then press again.';

/** Opens the portal in a new tab as this person sees it: read-only, for an hour, on record (domain.md 6.1). */
export function LookButton({ id, name }: { id: string; name: string }) {
  const notify = useNotify();
  const looking = useMutation({
    mutationFn: (_tab: Window) => lookAs(id),
    onSuccess: (_, tab) => {
      tab.opener = null;
      tab.location.replace('/');
    },
    onError: (error, tab) => {
      tab.close();
      const { title, words } = failureWords(error, `${name}’s portal could not be opened`);
      notify({ words: `${title}. ${words}`, tone: 'bad' });
    },
  });
  const look = () => {
    // In the click's own turn: later, browsers take it for a pop-up.
    const tab = window.open('', '_blank');
    if (tab === null) {
      notify({ words: blocked, tone: 'bad' });
      return;
    }
    tab.document.title = `${name}’s portal`;
    tab.document.body.textContent = `Opening ${name}’s portal…`;
    looking.mutate(tab);
  };
  return (
    <Button
      variant="default"
      loading={looking.isPending}
      onClick={look}
      title="Read-only, for an hour; the audit log keeps your name and theirs"
    >
      See their portal
    </Button>
  );
}
