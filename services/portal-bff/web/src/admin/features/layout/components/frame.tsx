import { Loader } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { BrandAccent } from '../../../../shared/features/brand/components/brand-accent.js';
import { readRememberedBrand, rememberBrand } from '../../../../shared/features/brand/remembered-brand.js';
import { isSignedOut } from '../../../../shared/features/http/api-problem.js';
import { send } from '../../../../shared/features/http/request-json.js';
import { ConnectionPill } from '../../../../shared/features/layout/components/connection-pill.js';
import { reported } from '../../api/outcomes.js';
import { closeAdminSession } from '../../session/api/session.js';
import { signInPath } from '../../session/return-path.js';
import { useMe } from '../../session/use-me.js';
import type { Area } from '../area.js';
import { useConnectionLost } from '../connection.js';
import { Failure } from './failure.js';
import classes from './frame.module.css';
import { useNotify } from './notices.js';
import { Palette } from './palette.js';
import { Rail } from './rail.js';

/** Round every page of who is signed in; who is not is led to the sign-in, which leads back. */
export function Frame({ areas }: { areas: readonly Area[] }) {
  const { data: me, error, refetch, isFetching } = useMe();
  const [palette, setPalette] = useDisclosure(false);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const lost = useConnectionLost();
  useHotkeys([['mod+K', setPalette.toggle]], []);
  useEffect(() => {
    if (me) rememberBrand(me.brand);
  }, [me]);
  useReconnect(lost);

  if (isSignedOut(error)) return <Navigate to={signInPath(pathname + search)} replace />;
  const brand = me?.brand ?? readRememberedBrand();
  const signOut = () =>
    closeAdminSession()
      .catch(error => {
        if (!isSignedOut(error)) throw error;
      })
      .then(() => {
        queries.clear();
        navigate('/admin/sign-in', { replace: true });
      })
      .catch(() =>
        notify({ tone: 'bad', words: 'You are still signed in: there was no connection. Try again.' }),
      );
  return (
    <>
      <BrandAccent accent={brand?.accent} />
      <a href="#content" className={classes.skip}>
        Skip to the page
      </a>
      <div className={classes.frame}>
        <aside className={classes.side} aria-label="Cairn admin">
          <Rail
            areas={areas}
            brand={brand?.name ?? null}
            who={me ? { name: me.name, role: me.role } : null}
            onPalette={setPalette.open}
            onSignOut={signOut}
          />
        </aside>
        <main id="content" tabIndex={-1} className={classes.content}>
          {error && !me ? (
            <div className={classes.failed}>
              <Failure
                error={error}
                what="The admin could not be opened"
                onRetry={() => refetch()}
                retrying={isFetching}
              />
            </div>
          ) : (
            <Suspense fallback={<Loader size={22} color="var(--accent)" className={classes.loading} />}>
              <Outlet />
            </Suspense>
          )}
        </main>
      </div>
      <Palette areas={areas} opened={palette} onClose={setPalette.close} />
      <ConnectionPill lost={lost} />
    </>
  );
}

/** While the connection is lost, asks every three seconds whether it is back; then everything shown is read again. */
function useReconnect(lost: boolean): void {
  const queries = useQueryClient();
  useQuery({
    queryKey: ['connection'],
    queryFn: async () => {
      await reported(send('/api/v1/me')).catch(error => {
        if (!isSignedOut(error)) throw error;
      });
      await queries.invalidateQueries({ predicate: query => query.queryKey[0] !== 'connection' });
      return true;
    },
    enabled: lost,
    retry: false,
    refetchInterval: 3_000,
    gcTime: 0,
    staleTime: 0,
  });
}
