import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import classes from './notices.module.css';

export interface Notice {
  words: ReactNode;
  /** `bad` stays until it is closed. */
  tone?: 'good' | 'bad';
  action?: { words: string; onClick: () => void };
}

type Shown = Notice & { id: number };

const SHOWN_FOR = 6_000;

const NoticeContext = createContext<(notice: Notice) => void>(() => undefined);

/** Says that something was done, or was not: `notify({ words: 'Fulfilled', action: { words: 'Undo', onClick } })`. */
export const useNotify = () => use(NoticeContext);

export function Notices({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Shown[]>([]);
  const drop = useCallback((id: number) => setNotices(all => all.filter(one => one.id !== id)), []);
  const notify = useMemo(() => {
    let last = 0;
    return (notice: Notice) => {
      last += 1;
      const id = last;
      setNotices(all => [...all.slice(-2), { ...notice, id }]);
      if (notice.tone !== 'bad') setTimeout(() => drop(id), SHOWN_FOR);
    };
  }, [drop]);
  return (
    <NoticeContext value={notify}>
      {children}
      <div role="status" className={classes.place}>
        {notices.map(({ id, words, tone = 'good', action }) => (
          <div key={id} className={classes.notice} data-tone={tone}>
            {tone === 'good' ? (
              <IconCheck size={16} aria-hidden />
            ) : (
              <IconAlertTriangle size={16} aria-hidden />
            )}
            <span className={classes.words}>{words}</span>
            {action && (
              <button
                type="button"
                className={classes.action}
                onClick={() => {
                  drop(id);
                  action.onClick();
                }}
              >
                {action.words}
              </button>
            )}
            <CloseButton size="sm" aria-label="Close this notice" onClick={() => drop(id)} />
          </div>
        ))}
      </div>
    </NoticeContext>
  );
}
