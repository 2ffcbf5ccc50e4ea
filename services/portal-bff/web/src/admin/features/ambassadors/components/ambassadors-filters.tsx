import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { usePrograms } from '../../api/catalog.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import type { AmbassadorFilters } from '../api/ambassadors.js';
import classes from './ambassadors-filters.module.css';

interface AmbassadorsFiltersProps {
  filters: AmbassadorFilters;
  onChange: (name: keyof AmbassadorFilters, value: string | null) => void;
  onClear: () => void;
  any: boolean;
}

export function AmbassadorsFilters({ filters, onChange, onClear, any }: AmbassadorsFiltersProps) {
  const programs = usePrograms().data ?? [];
  return (
    <FilterBar any={any} onClear={onClear}>
      <FindBox value={filters.find ?? ''} onChange={value => onChange('find', value)} />
      <Filter
        label="Program"
        searchable
        options={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.programId}
        onChange={value => onChange('programId', value)}
      />
    </FilterBar>
  );
}

/** Finds one person by what names them exactly; looks a moment after the typing stops, or at Enter. */
function FindBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback(onChange, { delay: 400, flushOnUnmount: false });
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      type="search"
      aria-label="Find an ambassador"
      placeholder="E-mail, code or your own id"
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
      classNames={{ input: classes.find }}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') onChange(typed.trim());
      }}
    />
  );
}
