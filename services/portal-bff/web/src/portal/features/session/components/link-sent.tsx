import { Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import classes from './session.module.css';

/** After the link was asked for: where to look, and what to do when nothing comes. */
export function LinkSent({ email, brand, onAgain }: { email: string; brand: string; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={classes.stack}>
      <div className={classes.badge} aria-hidden="true">
        <IconMailOpened size={26} stroke={1.7} />
      </div>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        Look in your inbox
      </h1>
      <p className={classes.words}>
        If <strong>{email}</strong> belongs to an ambassador of {brand}, a link is on its way. It signs you in
        once, within 15 minutes.
      </p>
      <div className={classes.aside}>
        <p>
          <strong>Nothing came?</strong>
        </p>
        <ul>
          <li>Give it a minute, and look in the spam folder.</li>
          <li>Check the address above: it must be the one {brand} knows.</li>
          <li>Still nothing? Write to {brand}; they see your address on their side.</li>
        </ul>
      </div>
      <Button variant="default" size="md" fullWidth onClick={onAgain}>
        Use another address, or send it again
      </Button>
    </div>
  );
}
