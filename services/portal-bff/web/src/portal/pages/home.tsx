import type { HomeState } from '@cairn/contracts/http/home';
import { useReader } from '../../shared/features/wording/use-reader.js';
import { grantsOf, UnlockRewards } from '../features/rewards/components/unlock-rewards.js';
import { UnlockMoment } from '../features/unlock/components/unlock-moment.js';
import { useUnlockQueue } from '../features/unlock/use-unlock-queue.js';
import { HomeView } from './home-view.js';

/** The live home: what it shows, and the moments when a tier unlocks. */
export function Home({ home }: { home: HomeState }) {
  const reader = useReader();
  const unlocks = useUnlockQueue(home);
  const { current } = unlocks;
  const codes = current
    ? grantsOf(home, current.tier, current.cycle).flatMap(({ code }) => (code === null ? [] : [code]))
    : [];
  return (
    <>
      <HomeView home={home} reader={reader} />
      <UnlockMoment
        opened={unlocks.opened}
        unlock={current}
        position={unlocks.position}
        total={unlocks.total}
        locale={reader.locale}
        rewards={
          current && <UnlockRewards home={home} tier={current.tier} cycle={current.cycle} reader={reader} />
        }
        codes={codes}
        onNext={unlocks.next}
        onClose={unlocks.close}
      />
    </>
  );
}
