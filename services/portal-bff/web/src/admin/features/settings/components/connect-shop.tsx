import { connectShop as connectInput } from '@cairn/contracts/http/shop';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../layout/components/failure.js';
import { connectShop } from '../api/shops.js';
import classes from './shop-tab.module.css';

/** Leads to the shop, whose owner lets the app in there. */
export function ConnectShop() {
  const [domain, setDomain] = useState('');
  const [mistake, setMistake] = useState<string>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: connectShop,
    onSuccess: ({ authorizeUrl }) => window.location.assign(authorizeUrl),
  });
  return (
    <form
      noValidate
      className={classes.connect}
      onSubmit={event => {
        event.preventDefault();
        const read = connectInput.safeParse({ domain });
        setMistake(read.success ? undefined : 'The shop’s own address, such as rosewood.myshopify.com.');
        if (read.success) mutate(read.data.domain);
      }}
    >
      <TextInput
        label="Connect a shop"
        description="You go to Shopify, let Cairn in, and come back here"
        placeholder="rosewood.myshopify.com"
        value={domain}
        onChange={event => setDomain(event.currentTarget.value)}
        error={mistake}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" loading={isPending}>
        Connect
      </Button>
      {error && <Failure error={error} what="The shop could not be connected" />}
    </form>
  );
}
