import { seriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import { usePrograms } from '../../api/catalog.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import type { SeriesFilters as Filters } from '../api/series.js';
import { statusWords } from '../status-words.js';

interface SeriesFiltersProps {
  filters: Filters;
  onChange: (name: keyof Filters, value: string | null) => void;
  onClear: () => void;
  any: boolean;
  /** Those of the series that are shown; the programs' are added. */
  categories: readonly string[];
}

const statuses = seriesStatus.options.map(status => ({ value: status, label: statusWords[status] }));

export function SeriesFilters({ filters, onChange, onClear, any, categories }: SeriesFiltersProps) {
  const programs = usePrograms().data ?? [];
  const known = [...categories, ...programs.map(program => program.category), filters.category ?? ''];
  const distinct = [...new Set(known)].filter(Boolean).sort();
  return (
    <FilterBar any={any} onClear={onClear}>
      <Filter
        label="Program"
        searchable
        options={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.programId}
        onChange={value => onChange('programId', value)}
      />
      <Filter
        label="Category"
        searchable
        options={distinct.map(category => ({ value: category, label: category }))}
        value={filters.category}
        onChange={value => onChange('category', value)}
      />
      <Filter
        label="Status"
        options={statuses}
        value={filters.status}
        onChange={value => onChange('status', value)}
      />
    </FilterBar>
  );
}
