import type { VariantItem } from '@cairn/contracts/http/shop';
import { Checkbox, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useConnectedShops, useVariants } from '../../../api/catalog.js';
import { variantNumber } from '../../variant-number.js';
import { useField, useRewardEdit } from '../builder-context.js';
import type { RewardForm } from '../form.js';
import classes from './reward-fields.module.css';

/** Which product Shopify sends: found by words in the connected shop (domain.md 4.5). */
export function ProductField({ tier, index, reward }: { tier: number; index: number; reward: RewardForm }) {
  const change = useRewardEdit(tier, index);
  const field = useField();
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed, 250);
  const [known, setKnown] = useState<VariantItem | null>(null);
  const shops = useConnectedShops();
  const shop = shops.data?.[0];
  const found = useVariants(shop?.id, known?.title === query ? '' : query);
  const variants = found.data?.items ?? [];
  const chosen = variants.find(one => variantNumber(one.id) === variantNumber(reward.variantId)) ?? known;
  const shown =
    reward.variantId && !variants.some(one => one.id === reward.variantId)
      ? [
          {
            value: reward.variantId,
            label: chosen?.title ?? (reward.title || `Variant ${variantNumber(reward.variantId)}`),
          },
        ]
      : [];
  return (
    <>
      <Select
        {...field(`tiers.${tier}.rewards.${index}.variantId`)}
        label="Product"
        placeholder={shop ? `Search ${shop.domain}` : 'Connect a shop first'}
        description={shops.data?.length === 0 ? 'No Shopify shop is connected to this brand yet.' : undefined}
        disabled={shops.data?.length === 0 && !reward.variantId}
        data={[...shown, ...variants.map(({ id, title }) => ({ value: id, label: title }))]}
        value={reward.variantId || null}
        onChange={variantId => {
          const picked = variants.find(one => one.id === variantId);
          setKnown(picked ?? known);
          change({ variantId: variantId ?? '', title: picked?.title ?? '' });
        }}
        searchable
        filter={({ options }) => options}
        onSearchChange={setTyped}
        nothingFoundMessage={
          found.isError ? 'The shop did not answer. Try again.' : 'No product of that name'
        }
        renderOption={({ option }) => (
          <ProductOption title={option.label} variant={variants.find(one => one.id === option.value)} />
        )}
        maxDropdownHeight={300}
      />
      <Checkbox
        label="Let them choose the variant"
        description="The portal then asks for size or colour, and the address"
        checked={reward.choice}
        onChange={event => change({ choice: event.currentTarget.checked })}
      />
    </>
  );
}

function ProductOption({ title, variant }: { title: string; variant: VariantItem | undefined }) {
  return (
    <span className={classes.product}>
      {variant?.image && <img src={variant.image} alt="" width={28} height={28} loading="lazy" />}
      <span className={classes.productName}>
        {title}
        {variant && (
          <span>
            {[
              variant.sku,
              `${variant.price} ${variant.currency}`,
              variant.stock === null
                ? null
                : variant.stock === 0
                  ? 'none in stock'
                  : `${variant.stock} in stock`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </span>
    </span>
  );
}
