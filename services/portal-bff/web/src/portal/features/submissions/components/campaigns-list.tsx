import type { PortalCampaign } from '@cairn/contracts/http/submission';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { isRefused } from '../../../../shared/features/http/api-problem.js';
import { useChangeProps } from '../../../../shared/features/looking/looking.js';
import { When } from '../../../../shared/features/wording/components/when.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { campaignGives, campaignStanding } from '../../earning/earning-words.js';
import { joinCampaign } from '../api/submissions.js';
import { resultWords } from '../result-words.js';
import classes from './earn.module.css';

interface CampaignsListProps {
  campaigns: readonly PortalCampaign[];
  reader: Reader;
  onSaid: (words: string) => void;
}

/** The campaigns that run, with a way to join (domain.md 2.5). */
export function CampaignsList({ campaigns, reader, onSaid }: CampaignsListProps) {
  const joining = useMutation({
    mutationFn: ({ id }: PortalCampaign) => joinCampaign(id, crypto.randomUUID()),
    onSuccess: ({ receipt }, { name }) => onSaid(`${name}: you have joined. ${resultWords(receipt)}`),
    onError: (error, { name }) =>
      onSaid(
        `${name} could not be joined just now. ${isRefused(error) ? error.message : 'Try again in a moment.'}`,
      ),
  });
  const change = useChangeProps();
  return (
    <ul className={classes.list} aria-label="Campaigns">
      {campaigns.map(campaign => (
        <li key={campaign.id}>
          <div className={classes.words}>
            <h3>{campaign.name}</h3>
            <p>
              {campaignStanding(campaign)} · until <When instant={campaign.endsAt} reader={reader} as="day" />
            </p>
          </div>
          <span className={classes.gives}>{campaignGives(campaign)}</span>
          {campaign.state === 'open' && (
            <Button
              size="md"
              variant="default"
              aria-label={`Join ${campaign.name}`}
              loading={joining.isPending && joining.variables.id === campaign.id}
              {...change}
              onClick={() => joining.mutate(campaign)}
            >
              Join
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
