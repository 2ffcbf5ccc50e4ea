import type { MessageItem } from '@cairn/contracts/http/message-item';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { Empty } from '../../layout/components/empty.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlFilters } from '../../layout/use-url-filters.js';
import { useCan } from '../../session/use-me.js';
import { useMails } from '../api/mails.js';
import { askedStatus, goneWords, mailFilters, mailStates, mailWords, recipientWords } from '../mail-words.js';
import { SendMailAgain } from './send-mail-again.js';
import { SettingsList } from './settings-list.js';
import classes from './settings-table.module.css';

const names = ['status'] as const;

/** `/admin/settings/mails`: what became of each mail; at first those whose fate nobody knows (domain.md 5.2). */
export function MailsTab() {
  const reader = useReader();
  const { filters, set, clear, any } = useUrlFilters(names);
  const status = askedStatus(filters.status);
  const pages = useMails(status);
  const { editing, edit, close } = useEditing<MessageItem>();
  const canSend = useCan('fulfil');
  const columns: Column<MessageItem>[] = [
    {
      head: 'To',
      width: '20%',
      bone: 110,
      cell: mail =>
        mail.ambassadorId === null ? (
          <span className={classes.quiet}>{recipientWords(mail)}</span>
        ) : (
          <Link to={`/admin/ambassadors/${mail.ambassadorId}`} className={classes.name}>
            {recipientWords(mail)}
          </Link>
        ),
    },
    {
      head: 'Mail',
      width: '18%',
      cell: ({ template, tier }) => (
        <div className={classes.stack}>
          <span>{mailWords(template)}</span>
          {tier && <span>{tier.name}</span>}
        </div>
      ),
    },
    {
      head: 'Status',
      width: '150px',
      cell: mail => {
        const { words, tone } = mailStates[mail.status];
        return <StatusBadge tone={tone}>{words}</StatusBadge>;
      },
    },
    { head: 'Why', cell: ({ problem }) => <span className={classes.clamp}>{problem}</span> },
    {
      head: 'Since',
      width: '120px',
      cell: ({ changedAt }) => (
        <span className={classes.quiet}>
          <When instant={changedAt} reader={reader} />
        </span>
      ),
    },
    ...(canSend
      ? [
          {
            head: 'Actions',
            width: '120px',
            cell: (mail: MessageItem) =>
              mail.canBeSentAgain ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Send again: ${mailWords(mail.template)}, to ${recipientWords(mail)}`}
                  onClick={() => edit(mail)}
                >
                  Send again
                </Button>
              ) : (
                <span className={classes.quiet}>{goneWords(mail)}</span>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <FilterBar any={any} onClear={clear}>
        <Filter
          label="Status"
          options={mailFilters}
          value={filters.status}
          onChange={value => set('status', value)}
        />
      </FilterBar>
      <SettingsList pages={pages} what="The mails could not be read">
        <ListTable
          label="Mails"
          columns={columns}
          items={pages.items}
          idOf={({ id }) => id}
          stale={pages.isPlaceholderData}
          empty={
            <Empty
              title={status === 'unknown' ? 'All mails’ fates are known' : 'No mail stands like that'}
              action={
                <Button variant="default" onClick={() => (any ? clear() : set('status', 'all'))}>
                  {any ? 'Show those of unknown fate' : 'Show all mails'}
                </Button>
              }
            >
              When the line breaks while a mail is handed over, nobody knows whether it arrived. It is kept
              here and never goes twice by itself: you decide whether to send it again.
            </Empty>
          }
          more={{
            has: pages.hasNextPage,
            loading: pages.isFetchingNextPage,
            onMore: () => pages.fetchNextPage(),
          }}
        />
      </SettingsList>
      {editing && (
        <SendMailAgain key={editing.turn} mail={editing.item} opened={editing.opened} onClose={close} />
      )}
    </>
  );
}
