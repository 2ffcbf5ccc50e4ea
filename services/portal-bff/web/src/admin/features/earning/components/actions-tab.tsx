import type { ActionItem } from '@cairn/contracts/http/action';
import { Button } from '@mantine/core';
import { Empty } from '../../layout/components/empty.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlFilters } from '../../layout/use-url-filters.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { useCan } from '../../session/use-me.js';
import { useActions } from '../api/earning.js';
import { ActionDialog } from './action-dialog.js';
import { ActionsTable } from './actions-table.js';
import { Archive } from './archive.js';
import { EarningFilters } from './earning-filters.js';
import { EarningList } from './earning-list.js';

const names = ['programId', 'archived'] as const;

/** `/admin/earning`: the tasks that give points (domain.md 2.1). */
export function ActionsTab() {
  const { filters, set, clear, any } = useUrlFilters(names);
  const pages = useActions(filters);
  const [asked, ask] = useUrlParam('new');
  const { editing, edit, close } = useEditing<ActionItem>();
  const archive = useEditing<ActionItem>();
  const canWrite = useCan('write');
  const current = (item: ActionItem) => pages.items?.find(({ id }) => id === item.id) ?? item;
  return (
    <>
      <EarningFilters filters={filters} onChange={set} onClear={clear} any={any} />
      <EarningList pages={pages} what="The actions could not be read">
        <ActionsTable
          pages={pages}
          onOpen={canWrite ? edit : undefined}
          empty={
            any ? (
              <Empty
                title="No actions like that"
                action={
                  <Button variant="default" onClick={clear}>
                    Clear filters
                  </Button>
                }
              >
                None of the actions meets all the filters.
              </Empty>
            ) : (
              <Empty
                title="Give points for what ambassadors do"
                action={canWrite && <Button onClick={() => ask('action')}>Create the first action</Button>}
              >
                An action is a task of a program: post a story, write a review, follow a channel. Each gives
                its points the moment it is done, as often as its limit allows.
              </Empty>
            )
          }
        />
      </EarningList>
      {canWrite && <ActionDialog opened={asked === 'action'} onClose={() => ask(null)} action={null} />}
      {editing && (
        <ActionDialog
          key={editing.turn}
          opened={editing.opened}
          onClose={close}
          action={current(editing.item)}
          onArchive={() => {
            close();
            archive.edit(editing.item);
          }}
        />
      )}
      {archive.editing && (
        <Archive
          key={archive.editing.turn}
          what="action"
          {...archive.editing.item}
          opened={archive.editing.opened}
          onClose={archive.close}
        />
      )}
    </>
  );
}
