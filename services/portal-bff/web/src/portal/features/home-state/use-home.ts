import type { HomeState } from '@cairn/contracts/http/home';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isRefused } from '../../../shared/features/http/api-problem.js';
import { getHome } from './api/get-home.js';
import { openStream } from './api/open-stream.js';
import { newerOf } from './newer-state.js';

const homeKey = ['home'];
const PATIENCE = 1_500;

/**
 * The ambassador's state, live: subscribes first, then reads the snapshot, then keeps only what is newer. After every
 * reconnect the snapshot is read again. `connection` is `lost` while the stream is down; the state stays.
 */
export function useHome() {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<'opening' | 'live' | 'lost'>('opening');
  const [subscribed, setSubscribed] = useState(false);

  const home = useQuery({
    queryKey: homeKey,
    queryFn: getHome,
    enabled: subscribed,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => !isRefused(error) && failures < 2,
    structuralSharing: (current, next) => newerOf(current as HomeState | undefined, next as HomeState),
  });

  useEffect(() => {
    let opened = false;
    // A proxy that holds the stream back must not hold the page back.
    const patience = setTimeout(() => setSubscribed(true), PATIENCE);
    const readSnapshot = () => queries.invalidateQueries({ queryKey: homeKey });
    const close = openStream({
      onOpen() {
        setConnection('live');
        setSubscribed(true);
        if (opened || queries.getQueryState(homeKey)?.status === 'success') readSnapshot();
        opened = true;
      },
      onState: state => queries.setQueryData(homeKey, state),
      onUnreadable: readSnapshot,
      onLost() {
        setConnection('lost');
        setSubscribed(true);
        // Signed out elsewhere, or the server is away: the snapshot knows which.
        if (!opened) return;
        readSnapshot();
        opened = false;
      },
    });
    return () => {
      clearTimeout(patience);
      close();
    };
  }, [queries]);

  return { ...home, connection };
}
