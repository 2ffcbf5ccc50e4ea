import { Button } from '@mantine/core';
import { useBrandSettings, usePrograms } from '../../api/catalog.js';
import { Empty } from '../../layout/components/empty.js';
import { Failure } from '../../layout/components/failure.js';
import { ListPanel, PageBody } from '../../layout/components/list-panel.js';
import { type Column, ListTable } from '../../layout/components/list-table.js';
import { useEditing } from '../../layout/use-editing.js';
import { useUrlParam } from '../../layout/use-url-param.js';
import { useCan } from '../../session/use-me.js';
import { type KnownRule, useReferralRules } from '../api/programs.js';
import { percentOfRate } from '../decimal-words.js';
import type { Program } from '../program-form.js';
import { ruleExample, ruleName } from '../rule-words.js';
import classes from './earning-table.module.css';
import { NameCell } from './name-cell.js';
import { ProgramDialog } from './program-dialog.js';

const unread: KnownRule = { rule: null, known: false, error: null, reread: () => {} };

/** `/admin/earning/referrals`: each program with what a sale gives in it (domain.md 2.6, 2.8). */
export function ReferralsTab() {
  const { data: programs, error, refetch, isFetching } = usePrograms();
  const rules = useReferralRules(programs ?? []);
  const { data: settings } = useBrandSettings();
  const { currency = 'USD', currencyExponent = 2 } = settings ?? {};
  const { editing, edit, close } = useEditing<Program>();
  const [asked, ask] = useUrlParam('new');
  const canWrite = useCan('write');
  const ruleFor = (id: string) => rules[programs?.findIndex(program => program.id === id) ?? -1] ?? unread;
  // A click that comes before the rule is read is not lost: the dialog opens once it is there.
  const onOpen = canWrite
    ? (program: Program) => {
        const { error: unreadable, reread } = ruleFor(program.id);
        if (unreadable) reread();
        edit(program);
      }
    : undefined;
  const columns: Column<Program>[] = [
    {
      head: 'Program',
      bone: 140,
      cell: program => (
        <NameCell name={program.name} under={program.category} onOpen={onOpen && (() => onOpen(program))} />
      ),
    },
    {
      head: 'A sale gives',
      width: '36%',
      bone: 180,
      cell: ({ id }) => {
        const { rule, known, error: unreadable } = ruleFor(id);
        if (!known) return <span className={classes.quiet}>{unreadable ? 'Could not be read' : '…'}</span>;
        if (rule === null) return <span className={classes.quiet}>No points for sales yet</span>;
        return (
          <div className={classes.stack}>
            <span>{ruleName(rule, currency, currencyExponent)}</span>
            <span>{ruleExample(rule, currency, currencyExponent)}</span>
          </div>
        );
      },
    },
    {
      head: 'Hold',
      numeric: true,
      width: '110px',
      cell: ({ holdDays }) =>
        holdDays === 0 ? (
          <span className={classes.quiet}>None</span>
        ) : (
          `${holdDays} ${holdDays === 1 ? 'day' : 'days'}`
        ),
    },
    {
      head: 'Commission',
      numeric: true,
      width: '120px',
      cell: ({ commissionRate }) =>
        commissionRate === null ? (
          <span className={classes.quiet}>–</span>
        ) : (
          `${percentOfRate(commissionRate)}%`
        ),
    },
  ];
  if (error && !programs) {
    return (
      <PageBody>
        <Failure
          error={error}
          what="The programs could not be read"
          onRetry={() => refetch()}
          retrying={isFetching}
        />
      </PageBody>
    );
  }
  const opened = editing && {
    ...editing,
    program: programs?.find(({ id }) => id === editing.item.id) ?? editing.item,
  };
  return (
    <>
      <ListPanel>
        <ListTable
          label="Programs"
          columns={columns}
          items={programs}
          idOf={({ id }) => id}
          onOpen={onOpen}
          empty={
            <Empty
              title="Begin with a program"
              action={canWrite && <Button onClick={() => ask('program')}>Create the first program</Button>}
            >
              A program is a group of ambassadors under the same rules: what a sale of theirs gives, how long
              those points are held, which actions and campaigns they have. Every ambassador belongs to one.
            </Empty>
          }
        />
      </ListPanel>
      {canWrite && (
        <ProgramDialog opened={asked === 'program'} onClose={() => ask(null)} program={null} rule={null} />
      )}
      {opened && settings && ruleFor(opened.program.id).known && (
        <ProgramDialog
          key={opened.turn}
          opened={opened.opened}
          onClose={close}
          program={opened.program}
          rule={ruleFor(opened.program.id).rule}
        />
      )}
    </>
  );
}
