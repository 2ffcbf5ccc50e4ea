import { Switch } from '@mantine/core';
import { usePrograms } from '../../api/catalog.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import type { EarningFilters as Filters } from '../api/earning.js';

interface EarningFiltersProps {
  filters: Filters;
  onChange: (name: keyof Filters, value: string | null) => void;
  onClear: () => void;
  any: boolean;
}

export function EarningFilters({ filters, onChange, onClear, any }: EarningFiltersProps) {
  const programs = usePrograms().data ?? [];
  return (
    <FilterBar any={any} onClear={onClear}>
      <Filter
        label="Program"
        searchable
        options={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.programId}
        onChange={value => onChange('programId', value)}
      />
      <Switch
        size="xs"
        color="var(--accent)"
        label="Show archived"
        checked={filters.archived === 'true'}
        onChange={event => onChange('archived', event.currentTarget.checked ? 'true' : null)}
      />
    </FilterBar>
  );
}
