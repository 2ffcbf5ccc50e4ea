import { UnstyledButton } from '@mantine/core';
import classes from './earning-table.module.css';

/** A row's name: a button for those who may change it. */
export function NameCell({ name, under, onOpen }: { name: string; under?: string; onOpen?: () => void }) {
  return (
    <div className={classes.stack}>
      {onOpen ? (
        <UnstyledButton className={classes.name} onClick={onOpen}>
          {name}
        </UnstyledButton>
      ) : (
        <span className={classes.name}>{name}</span>
      )}
      {under && <span>{under}</span>}
    </div>
  );
}
