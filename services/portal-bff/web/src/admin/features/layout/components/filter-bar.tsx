import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './filter-bar.module.css';

/** The row of filters over a list. */
export function FilterBar({
  any,
  onClear,
  children,
}: {
  /** Whether any filter is set. */
  any: boolean;
  onClear: () => void;
  children: ReactNode;
}) {
  return (
    <search className={classes.bar} aria-label="Filters">
      {children}
      {any && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={onClear}
          className={classes.clear}
        >
          Clear filters
        </Button>
      )}
    </search>
  );
}

interface FilterProps {
  /** Its accessible name, and what it shows while nothing is chosen: "Program". */
  label: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | null) => void;
  searchable?: boolean;
}

/** One filter; empty, it filters nothing. */
export function Filter({ label, options, value, onChange, searchable = false }: FilterProps) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={[...options]}
      value={value ?? null}
      onChange={onChange}
      clearable
      searchable={searchable}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      nothingFoundMessage="Nothing of that name"
      classNames={{ input: classes.input }}
      data-set={value !== undefined || undefined}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
