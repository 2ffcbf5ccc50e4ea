import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft, IconSeedling } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { BrandAccent } from '../../shared/features/brand/components/brand-accent.js';
import { BrandHeader } from '../../shared/features/brand/components/brand-header.js';
import { readRememberedBrand } from '../../shared/features/brand/remembered-brand.js';
import { isSignedOut } from '../../shared/features/http/api-problem.js';
import { ConnectionPill } from '../../shared/features/layout/components/connection-pill.js';
import { Section } from '../../shared/features/layout/components/section.js';
import { Teaching } from '../../shared/features/layout/components/teaching.js';
import { useReader } from '../../shared/features/wording/use-reader.js';
import { useHome } from '../features/home-state/use-home.js';
import {
  useActions,
  useCampaigns,
  useEarnChanged,
  useSubmissions,
} from '../features/submissions/api/submissions.js';
import { ActionsList } from '../features/submissions/components/actions-list.js';
import { CampaignsList } from '../features/submissions/components/campaigns-list.js';
import classes from '../features/submissions/components/earn.module.css';
import { SubmissionsList } from '../features/submissions/components/submissions-list.js';
import { HomeFailed } from './home-failed.js';

/** `/earn`: what may be done, handed in and mended; fresh whenever the home moves. */
export function EarnPage() {
  const { data: home, error: homeError, connection } = useHome();
  const reader = useReader();
  const revision = home?.revision;
  const actions = useActions(revision);
  const campaigns = useCampaigns(revision);
  const submissions = useSubmissions(revision);
  const changed = useEarnChanged();
  const [said, setSaid] = useState<string | null>(null);
  const brand = home?.brand ?? readRememberedBrand();
  useDocumentTitle(brand ? `Earn with ${brand.name}` : 'Earn');
  const signedOut = [homeError, actions.error, submissions.error].some(isSignedOut);
  if (signedOut) {
    return <Navigate to={brand ? `/sign-in?brand=${encodeURIComponent(brand.slug)}` : '/sign-in'} replace />;
  }
  const failed = homeError ?? actions.error ?? campaigns.error ?? submissions.error;
  const say = (words: string) => {
    setSaid(words);
    void changed();
  };
  const tasks = actions.data?.items ?? [];
  const running = campaigns.data?.items ?? [];
  const handed = submissions.data?.items ?? [];
  const isReady = actions.data !== undefined && submissions.data !== undefined;
  return (
    <>
      <BrandAccent accent={brand?.accent} />
      <BrandHeader name={brand?.name ?? null} />
      {failed && !isReady ? (
        <HomeFailed error={failed} onRetry={changed} retrying={actions.isFetching} />
      ) : (
        <main className={classes.page} aria-busy={!isReady}>
          <div className={classes.head}>
            <Link to="/" className={classes.back}>
              <IconArrowLeft size={18} aria-hidden /> Home
            </Link>
            <h1>Ways to earn</h1>
          </div>
          <div role="status" className={classes.status}>
            {said && <p className={classes.said}>{said}</p>}
          </div>
          <Section title="Tasks">
            {tasks.length > 0 ? (
              <ActionsList actions={tasks} onSaid={say} />
            ) : (
              isReady && (
                <Teaching icon={<IconSeedling size={24} stroke={1.6} />} title="No tasks just now">
                  When {brand?.name ?? 'the brand'} has one for you, it shows here with what it gives.
                </Teaching>
              )
            )}
          </Section>
          {running.length > 0 && (
            <Section title="Campaigns">
              <CampaignsList campaigns={running} reader={reader} onSaid={say} />
            </Section>
          )}
          {handed.length > 0 && (
            <Section title="What you handed in">
              <SubmissionsList
                submissions={handed}
                tagsOf={id => tasks.find(task => task.id === id)?.disclosureTags ?? []}
                reader={reader}
                onSaid={say}
              />
            </Section>
          )}
        </main>
      )}
      <ConnectionPill lost={connection === 'lost' && home !== undefined} />
    </>
  );
}
