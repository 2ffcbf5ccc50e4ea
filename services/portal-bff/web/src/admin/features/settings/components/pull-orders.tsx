import type { ShopItem } from '@cairn/contracts/http/shop';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useShops } from '../../api/catalog.js';
import { Failure } from '../../layout/components/failure.js';
import { pullOrders } from '../api/shops.js';

/** Milliseconds between two looks whether the orders were read. */
const lookEvery = 2_000;

/** A shop's word of an order may get lost: has its orders looked for before the night does. */
export function PullOrders({ id, ordersPulledAt }: Pick<ShopItem, 'id' | 'ordersPulledAt'>) {
  const [before, setBefore] = useState<string | null>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => pullOrders(id),
    onMutate: () => setBefore(ordersPulledAt),
    onError: () => setBefore(undefined),
  });
  const isLooking = before === ordersPulledAt;
  useShops(isLooking && lookEvery);
  return (
    <>
      <Button variant="default" size="xs" loading={isPending || isLooking} onClick={() => mutate()}>
        Look for orders now
      </Button>
      {error && <Failure error={error} what="Its orders could not be looked for" />}
    </>
  );
}
