import { Button, Loader } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { BrandAccent } from '../../shared/features/brand/components/brand-accent.js';
import { useBrand } from '../../shared/features/brand/use-brand.js';
import { isRefused } from '../../shared/features/http/api-problem.js';
import { getHome } from '../features/home-state/api/get-home.js';
import { openSession } from '../features/session/api/open-session.js';
import classes from '../features/session/components/session.module.css';
import { SignInFrame } from './sign-in-frame.js';

/**
 * `/auth?token=…&brand=slug`: spends the mailed link. By POST and by script, since mail scanners open links by GET. A
 * link that is spent already leads home all the same where this browser is still signed in.
 */
export function AuthPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const { slug, brand } = useBrand(search.get('brand'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begun = useRef(false);
  const signIn = useMutation({
    mutationFn: async (spent: string) => {
      try {
        await openSession(spent);
      } catch (error) {
        if (!isRefused(error)) throw error;
        await getHome().catch(() => {
          throw error;
        });
      }
    },
    onSuccess: () => {
      queries.clear();
      navigate('/', { replace: true });
    },
  });
  useDocumentTitle(brand ? `Signing in · ${brand.name} ambassadors` : 'Signing in · Ambassador portal');

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    signIn.mutate(token);
  }, [signIn, token]);

  return (
    <SignInFrame brand={brand?.name ?? null}>
      <BrandAccent accent={brand?.accent} />
      {!signIn.isError ? (
        <div className={classes.stack} role="status">
          <h1 className={classes.title}>Signing you in…</h1>
          <Loader size={28} color="var(--accent)" aria-hidden="true" />
        </div>
      ) : isRefused(signIn.error) ? (
        <div className={classes.stack} role="alert">
          <h1 className={classes.title}>This link no longer works</h1>
          <p className={classes.words}>
            A link signs in once, within 15 minutes of being sent; this one was used before or is older. Your
            points and rewards are untouched.
          </p>
          <Button
            component={Link}
            to={slug ? `/sign-in?brand=${encodeURIComponent(slug)}` : '/sign-in'}
            size="md"
            fullWidth
          >
            Get a new link
          </Button>
        </div>
      ) : (
        <div className={classes.stack} role="alert">
          <h1 className={classes.title}>That did not get through</h1>
          <p className={classes.words}>
            There is no connection to the portal just now. Your link is still good.
          </p>
          <Button size="md" fullWidth onClick={() => signIn.mutate(token)}>
            Sign in
          </Button>
        </div>
      )}
    </SignInFrame>
  );
}
