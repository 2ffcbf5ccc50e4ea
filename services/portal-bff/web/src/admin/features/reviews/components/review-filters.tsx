import { submissionKind } from '@cairn/contracts/submission';
import { Pill } from '@mantine/core';
import { usePrograms } from '../../api/catalog.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import { useActionChoices } from '../api/submissions.js';
import { kindWords } from '../review-words.js';

export const filterNames = ['kind', 'actionId', 'programId', 'sampled', 'waiting', 'ambassadorId'] as const;
type FilterName = (typeof filterNames)[number];

interface ReviewFiltersProps {
  filters: Partial<Record<FilterName, string>>;
  onChange: (name: FilterName, value: string | null) => void;
  onClear: () => void;
  any: boolean;
  /** Whose submissions are shown, where the address names one person. */
  ambassador: string | null;
}

const kinds = submissionKind.options.map(value => ({ value, label: kindWords[value] }));
const samples = [
  { value: 'true', label: 'Samples of trusted work' },
  { value: 'false', label: 'Not yet awarded' },
];
/** In hours. */
const ages = [
  { value: '24', label: 'Waiting for a day' },
  { value: '48', label: 'Waiting for two days' },
  { value: '168', label: 'Waiting for a week' },
];

/** The instant before which it has waited for so many hours; undefined without a filter. */
export function olderThan(hours: string | undefined, now: Date): string | undefined {
  if (hours === undefined || !/^\d{1,4}$/.test(hours)) return undefined;
  // To the minute: the same filter asks the same.
  const at = Math.floor(now.getTime() / 60_000) * 60_000 - Number(hours) * 3_600_000;
  return new Date(at).toISOString();
}

export function ReviewFilters({ filters, onChange, onClear, any, ambassador }: ReviewFiltersProps) {
  const actions = useActionChoices().data ?? [];
  const programs = usePrograms().data ?? [];
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <FilterBar any={any} onClear={onClear}>
      <Filter label="Kind" options={kinds} value={filters.kind} onChange={value => onChange('kind', value)} />
      <Filter
        label="Action"
        searchable
        options={actions.map(named)}
        value={filters.actionId}
        onChange={value => onChange('actionId', value)}
      />
      <Filter
        label="Program"
        searchable
        options={programs.map(named)}
        value={filters.programId}
        onChange={value => onChange('programId', value)}
      />
      <Filter
        label="Sample"
        options={samples}
        value={filters.sampled}
        onChange={value => onChange('sampled', value)}
      />
      <Filter
        label="Waiting for"
        options={ages}
        value={filters.waiting}
        onChange={value => onChange('waiting', value)}
      />
      {filters.ambassadorId && (
        <Pill
          size="md"
          withRemoveButton
          onRemove={() => onChange('ambassadorId', null)}
          removeButtonProps={{ 'aria-label': 'Show everybody', tabIndex: 0, 'aria-hidden': false }}
        >
          Only {ambassador ?? 'one ambassador'}
        </Pill>
      )}
    </FilterBar>
  );
}
