import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './sign-in.module.css';

/** After the link was asked for: where to look, and what to do when nothing comes. */
export function InboxWords({ email, onAgain }: { email: string; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={classes.stack}>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        Check your inbox
      </h1>
      <p className={classes.words}>
        If <strong>{email}</strong> may sign in here, a link is on its way. It works once, within 15 minutes.
      </p>
      <p className={classes.words}>
        Nothing came? Look in the spam folder, or ask an owner of your brand whether this is the address they
        added.
      </p>
      <Button variant="default" fullWidth onClick={onAgain}>
        Use another address, or send it again
      </Button>
    </div>
  );
}
