import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useConnectedShops, useVariants } from '../../api/catalog.js';

interface VariantFieldProps {
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string;
}

/** A product of the connected shop, found by words. */
export function VariantField({ value, onChange, error }: VariantFieldProps) {
  const shop = useConnectedShops().data?.[0];
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words, 250);
  const variants = useVariants(shop?.id, asked).data?.items ?? [];
  return (
    <Select
      label="Product"
      description={shop ? `Of ${shop.domain}; ordered for them at no cost` : 'No shop is connected'}
      placeholder="Search by name"
      searchable
      disabled={shop === undefined}
      data={variants.map(({ id, title, stock }) => ({
        value: id,
        label: stock === null ? title : `${title} (${stock} left)`,
      }))}
      value={value}
      onChange={onChange}
      onSearchChange={setWords}
      // The shop has searched already, by more than the name.
      filter={({ options }) => options}
      nothingFoundMessage="The shop has nothing of that name"
      error={error}
    />
  );
}
