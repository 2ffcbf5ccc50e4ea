import { Button, Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { isRefused } from '../../../../shared/features/http/api-problem.js';
import { send } from '../../../../shared/features/http/request-json.js';
import { openAdminSession } from '../api/session.js';
import { takeReturn } from '../return-path.js';
import classes from './sign-in.module.css';

/**
 * Spends the mailed link, by POST and by script, since mail scanners open links by GET. A link that is spent already
 * leads on all the same where this browser is still signed in; an ambassador's link leads to the portal.
 */
export function SpendLink({ token, onAgain }: { token: string; onAgain: () => void }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begun = useRef(false);
  const signIn = useMutation({
    mutationFn: async (spent: string) => {
      try {
        return (await openAdminSession(spent)).as;
      } catch (error) {
        if (!isRefused(error)) throw error;
        await send('/api/v1/me').catch(() => {
          throw error;
        });
        return 'admin' as const;
      }
    },
    onSuccess: as => {
      queries.clear();
      if (as === 'admin') navigate(takeReturn(), { replace: true });
      else location.replace('/');
    },
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    signIn.mutate(token);
  }, [signIn, token]);

  if (!signIn.isError) {
    return (
      <div className={classes.stack} role="status">
        <h1 className={classes.title}>Signing you in…</h1>
        <Loader size={22} color="var(--accent)" aria-hidden="true" />
      </div>
    );
  }
  if (isRefused(signIn.error)) {
    return (
      <div className={classes.stack} role="alert">
        <h1 className={classes.title}>This link no longer works</h1>
        <p className={classes.words}>
          A link signs in once, within 15 minutes of being sent; this one was used before or is older. Nothing
          else has changed.
        </p>
        <Button fullWidth onClick={onAgain}>
          Get a new link
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.stack} role="alert">
      <h1 className={classes.title}>That did not get through</h1>
      <p className={classes.words}>There is no connection just now. Your link is still good.</p>
      <Button fullWidth onClick={() => signIn.mutate(token)}>
        Try again
      </Button>
    </div>
  );
}
