import type { apiKeyItem } from '@cairn/contracts/http/brand';
import { Button } from '@mantine/core';
import type { z } from 'zod';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { Empty } from '../../layout/components/empty.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { useCan } from '../../session/use-me.js';
import { useKeys } from '../api/settings.js';
import { CreateKey } from './create-key.js';
import { RevokeKey } from './revoke-key.js';
import { SettingsList } from './settings-list.js';
import classes from './settings-table.module.css';

type Key = z.infer<typeof apiKeyItem>;

/** `/admin/settings/keys`: what other systems call Cairn with. */
export function KeysTab() {
  const reader = useReader();
  const pages = useKeys();
  const may = useCan('members');
  const [asked, ask] = useUrlParam('new');
  const { editing: revoking, edit: revoke, close } = useEditing<Key>();
  const columns: Column<Key>[] = [
    { head: 'Key', bone: 130, cell: ({ name }) => <span className={classes.name}>{name}</span> },
    {
      head: 'Scopes',
      width: '34%',
      cell: ({ scopes }) => <span className={classes.code}>{scopes.join(', ')}</span>,
    },
    {
      head: 'Created',
      width: '130px',
      cell: ({ createdAt }) => (
        <span className={classes.quiet}>
          <When instant={createdAt} reader={reader} />
        </span>
      ),
    },
    {
      head: 'Status',
      width: '120px',
      cell: ({ revokedAt }) =>
        revokedAt ? (
          <StatusBadge tone="waiting">Revoked</StatusBadge>
        ) : (
          <StatusBadge tone="good">In use</StatusBadge>
        ),
    },
    ...(may
      ? [
          {
            head: 'Actions',
            width: '100px',
            cell: (key: Key) =>
              key.revokedAt === null && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Revoke ${key.name}`}
                  onClick={() => revoke(key)}
                >
                  Revoke
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <SettingsList pages={pages} what="The keys could not be read">
        <ListTable
          label="API keys"
          columns={columns}
          items={pages.items}
          idOf={({ id }) => id}
          empty={
            <Empty
              title="No keys yet"
              action={may && <Button onClick={() => ask('key')}>Create the first key</Button>}
            >
              Your shop and your systems send events and read results with a key. What it may do is in its
              scopes.
            </Empty>
          }
          more={{
            has: pages.hasNextPage,
            loading: pages.isFetchingNextPage,
            onMore: () => pages.fetchNextPage(),
          }}
        />
      </SettingsList>
      {may && <CreateKey opened={asked === 'key'} onClose={() => ask(null)} />}
      {revoking && (
        <RevokeKey key={revoking.turn} {...revoking.item} opened={revoking.opened} onClose={close} />
      )}
    </>
  );
}
