import type { CampaignItem } from '@cairn/contracts/http/campaign';
import { Button } from '@mantine/core';
import { useBrandSettings } from '../../api/catalog.js';
import { Empty } from '../../layout/components/empty.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlFilters } from '../../layout/use-url-filters.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { useCan } from '../../session/use-me.js';
import { useCampaigns } from '../api/earning.js';
import { Archive } from './archive.js';
import { CampaignDialog } from './campaign-dialog.js';
import { CampaignsTable } from './campaigns-table.js';
import { EarningFilters } from './earning-filters.js';
import { EarningList } from './earning-list.js';

const names = ['programId', 'archived'] as const;

/** `/admin/earning/campaigns`: what can be joined and completed for points (domain.md 2.5). */
export function CampaignsTab() {
  const { filters, set, clear, any } = useUrlFilters(names);
  const pages = useCampaigns(filters);
  const [asked, ask] = useUrlParam('new');
  const { editing, edit, close } = useEditing<CampaignItem>();
  const archive = useEditing<CampaignItem>();
  const canWrite = useCan('write');
  // A window is edited in the brand's time zone: not before that is known.
  const canEdit = useBrandSettings().data !== undefined && canWrite;
  const current = (item: CampaignItem) => pages.items?.find(({ id }) => id === item.id) ?? item;
  return (
    <>
      <EarningFilters filters={filters} onChange={set} onClear={clear} any={any} />
      <EarningList pages={pages} what="The campaigns could not be read">
        <CampaignsTable
          pages={pages}
          onOpen={canEdit ? edit : undefined}
          empty={
            any ? (
              <Empty
                title="No campaigns like that"
                action={
                  <Button variant="default" onClick={clear}>
                    Clear filters
                  </Button>
                }
              >
                None of the campaigns meets all the filters.
              </Empty>
            ) : (
              <Empty
                title="Run a campaign"
                action={
                  canWrite && <Button onClick={() => ask('campaign')}>Create the first campaign</Button>
                }
              >
                A campaign has a beginning and an end. Ambassadors of its programs get points for joining, for
                completing it, or for both, each once.
              </Empty>
            )
          }
        />
      </EarningList>
      {canWrite && <CampaignDialog opened={asked === 'campaign'} onClose={() => ask(null)} campaign={null} />}
      {editing && (
        <CampaignDialog
          key={editing.turn}
          opened={editing.opened}
          onClose={close}
          campaign={current(editing.item)}
          onArchive={() => {
            close();
            archive.edit(editing.item);
          }}
        />
      )}
      {archive.editing && (
        <Archive
          key={archive.editing.turn}
          what="campaign"
          {...archive.editing.item}
          opened={archive.editing.opened}
          onClose={archive.close}
        />
      )}
    </>
  );
}
