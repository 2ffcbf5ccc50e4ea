import { useEffect, useRef, useState } from 'react';
import { Outlet } from 'react-router';
import { LookingContext } from '../../shared/features/looking/looking.js';
import { useSession } from '../features/look/api/get-session.js';
import { LookBanner } from '../features/look/components/look-banner.js';
import { isSameView } from '../features/look/look-words.js';
import { closeSession } from '../features/session/api/close-session.js';
import { LookOver } from './look-over.js';
import classes from './looked.module.css';

/**
 * Round every page of somebody who is signed in: while an admin looks at it, the banner, and buttons that are off. Where
 * another tab has signed somebody else in, the page begins anew, so that it never shows two people's at once.
 */
export function Looked() {
  const { data: session } = useSession();
  const first = useRef(session);
  const isOver = useIsOver(session?.lookedBy ? session.expiresAt : null);
  useEffect(() => {
    first.current ??= session;
    if (first.current && session && !isSameView(first.current, session)) location.reload();
  }, [session]);

  if (!session?.lookedBy) return <Outlet />;
  if (isOver) return <LookOver session={session} />;
  return (
    <LookingContext value={true}>
      <div className={classes.looked}>
        <LookBanner session={session} lookedBy={session.lookedBy} stop={closeSession} />
        <Outlet />
      </div>
    </LookingContext>
  );
}

function useIsOver(expiresAt: string | null): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (expiresAt === null) return;
    const over = setTimeout(() => setIsOver(true), Date.parse(expiresAt) - Date.now());
    return () => clearTimeout(over);
  }, [expiresAt]);
  return isOver;
}
