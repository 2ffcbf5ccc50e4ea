import { rewardType } from '@cairn/contracts/reward';
import { Pill } from '@mantine/core';
import { useSeriesChoices } from '../../api/series-choices.js';
import { Filter, FilterBar } from '../../layout/components/filter-bar.js';
import { typeWords } from '../../rewards/grant-words.js';
import type { FulfilmentFilters } from '../api/fulfilment.js';

interface QueueFiltersProps {
  filters: FulfilmentFilters;
  onChange: (name: 'type' | 'seriesId' | 'ambassadorId', value: string | null) => void;
  onClear: () => void;
  any: boolean;
  /** Whose rewards are shown, where the address names one person. */
  ambassador: string | null;
}

const types = rewardType.options.map(type => ({ value: type, label: typeWords[type] }));

export function QueueFilters({ filters, onChange, onClear, any, ambassador }: QueueFiltersProps) {
  const series = useSeriesChoices().data ?? [];
  const { type, seriesId, ambassadorId } = filters;
  return (
    <FilterBar any={any} onClear={onClear}>
      <Filter label="Type" options={types} value={type} onChange={value => onChange('type', value)} />
      <Filter
        label="Series"
        searchable
        options={series.map(({ id, name }) => ({ value: id, label: name }))}
        value={seriesId}
        onChange={value => onChange('seriesId', value)}
      />
      {ambassadorId && (
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
