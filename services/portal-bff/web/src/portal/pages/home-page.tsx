import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { BrandAccent } from '../../shared/features/brand/components/brand-accent.js';
import { BrandHeader } from '../../shared/features/brand/components/brand-header.js';
import { readRememberedBrand, rememberBrand } from '../../shared/features/brand/remembered-brand.js';
import { isSignedOut } from '../../shared/features/http/api-problem.js';
import { ConnectionPill } from '../../shared/features/layout/components/connection-pill.js';
import { AccountMenu } from '../features/account/components/account-menu.js';
import { useHome } from '../features/home-state/use-home.js';
import { closeSession } from '../features/session/api/close-session.js';
import { Home } from './home.js';
import { HomeFailed } from './home-failed.js';
import { HomeSkeleton } from './home-skeleton.js';

/** `/`: the portal home, live. Signed out, it leads to the sign-in page of the brand last seen here. */
export function HomePage() {
  const { data: home, error, refetch, isFetching, connection } = useHome();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const brand = home?.brand ?? readRememberedBrand();
  const signInPath = brand ? `/sign-in?brand=${encodeURIComponent(brand.slug)}` : '/sign-in';
  const signOut = useMutation({
    mutationFn: closeSession,
    onSuccess: () => {
      queries.clear();
      navigate(signInPath, { replace: true });
    },
  });
  useDocumentTitle(brand ? `${brand.name} ambassadors` : 'Ambassador portal');
  useEffect(() => {
    if (home) rememberBrand(home.brand);
  }, [home]);

  if (isSignedOut(error)) return <Navigate to={signInPath} replace />;
  return (
    <>
      <BrandAccent accent={brand?.accent} />
      <BrandHeader name={brand?.name ?? null}>
        {home && (
          <AccountMenu
            name={home.ambassador.name}
            onSignOut={() => signOut.mutate()}
            signOutFailed={signOut.isError}
          />
        )}
      </BrandHeader>
      {home ? (
        <Home home={home} />
      ) : error ? (
        <HomeFailed error={error} onRetry={refetch} retrying={isFetching} />
      ) : (
        <HomeSkeleton />
      )}
      <ConnectionPill lost={connection === 'lost' && home !== undefined} />
    </>
  );
}
