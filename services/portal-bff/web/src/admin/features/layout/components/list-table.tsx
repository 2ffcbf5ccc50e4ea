import { Button, Checkbox, Skeleton, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import { useNavigate } from 'react-router';
import classes from './list-table.module.css';

export interface Column<Item> {
  head: string;
  cell: (item: Item, index: number) => ReactNode;
  /** Numbers stand right, in tabular numerals. */
  numeric?: boolean;
  /** A CSS width; one column should have none and take the rest. */
  width?: string;
  /** The skeleton's width in the cell, in pixels. */
  bone?: number;
}

interface ListTableProps<Item> {
  /** Says what the table lists, to those who do not see it. */
  label: string;
  columns: readonly Column<Item>[];
  /** Undefined while it loads: skeletons in the final layout. */
  items: readonly Item[] | undefined;
  idOf: (item: Item) => string;
  /** Where a row leads. The first column should hold a link there too, for the keyboard and a new tab. */
  pathOf?: (item: Item) => string;
  /** What a row does instead of leading somewhere. */
  onOpen?: (item: Item) => void;
  /** Rows can be chosen for the bulk bar; `nameOf` names a row's checkbox. */
  selection?: {
    chosen: ReadonlySet<string>;
    onChange: (chosen: Set<string>) => void;
    nameOf: (item: Item) => string;
  };
  more?: { has: boolean; loading: boolean; onMore: () => void };
  /** Instead of rows. */
  empty?: ReactNode;
  /** Whether what is shown is of a filter before, while the next loads. */
  stale?: boolean;
}

const BONES = 6;

/** A list: sticky head, rows that open by click and Enter, ↑ and ↓ move between them. */
export function ListTable<Item>(props: ListTableProps<Item>) {
  const { label, columns, items, idOf, pathOf, onOpen, selection, more, empty, stale } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();

  const open = (item: Item, event: MouseEvent) => {
    if ((event.target as Element).closest('a, button, input, label')) return;
    if (getSelection()?.toString()) return;
    const path = pathOf?.(item);
    if (path === undefined) return onOpen?.(item);
    if (event.metaKey || event.ctrlKey) window.open(path, '_blank', 'noopener');
    else navigate(path);
  };

  /** The row that has the focus gives it to the next one, at the same place in it. */
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = event.target as HTMLElement;
    if (step === undefined || target.closest('[role="combobox"], [role="menu"]')) return;
    const rows = [...(body.current?.rows ?? [])];
    const row = rows.findIndex(one => one.contains(target));
    const next = rows[row + step];
    if (next === undefined) return;
    event.preventDefault();
    const place = focusable(rows[row]).indexOf(target);
    const places = focusable(next);
    (places[place] ?? places[0])?.focus();
    next.scrollIntoView({ block: 'nearest' });
  };

  if (items?.length === 0) return empty ?? null;
  const all = items?.length ? items.every(item => selection?.chosen.has(idOf(item))) : false;
  return (
    <>
      <table
        className={classes.table}
        aria-label={label}
        aria-busy={items === undefined || stale}
        data-stale={stale || undefined}
      >
        <thead>
          <tr>
            {selection && (
              <th className={classes.check} scope="col">
                <Checkbox
                  aria-label="Choose all"
                  // A choice of rows that are not there yet would be lost.
                  disabled={items === undefined || stale}
                  checked={all}
                  indeterminate={!all && selection.chosen.size > 0}
                  onChange={() => selection.onChange(new Set(all ? [] : items?.map(idOf)))}
                />
              </th>
            )}
            {columns.map(({ head, numeric, width }) => (
              <th key={head} scope="col" data-numeric={numeric || undefined} style={{ width }}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={move}>
          {items?.map((item, index) => {
            const id = idOf(item);
            const chosen = selection?.chosen.has(id) ?? false;
            return (
              <tr
                key={id}
                onClick={pathOf || onOpen ? event => open(item, event) : undefined}
                data-opens={pathOf || onOpen ? true : undefined}
                data-chosen={chosen || undefined}
              >
                {selection && (
                  <td className={classes.check}>
                    <Checkbox
                      aria-label={`Choose ${selection.nameOf(item)}`}
                      checked={chosen}
                      onChange={() => selection.onChange(toggled(selection.chosen, id))}
                    />
                  </td>
                )}
                {columns.map(({ head, cell, numeric }) => (
                  <td key={head} data-numeric={numeric || undefined}>
                    {cell(item, index)}
                  </td>
                ))}
              </tr>
            );
          }) ??
            Array.from({ length: BONES }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bones have no other name
              <tr key={row}>
                {selection && <td />}
                {columns.map(({ head, numeric, bone = numeric ? 28 : 96 }) => (
                  <td key={head} data-numeric={numeric || undefined}>
                    <Skeleton height={12} width={bone} radius="sm" className={classes.bone} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {items === undefined && <VisuallyHidden role="status">Loading…</VisuallyHidden>}
      {more?.has && (
        <div className={classes.more}>
          <Button variant="default" onClick={more.onMore} loading={more.loading}>
            Load more
          </Button>
        </div>
      )}
    </>
  );
}

const focusable = (row: HTMLTableRowElement | undefined) => [
  ...(row?.querySelectorAll<HTMLElement>('a, button, input') ?? []),
];

function toggled(chosen: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
