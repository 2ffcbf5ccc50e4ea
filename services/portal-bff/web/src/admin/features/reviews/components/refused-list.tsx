import { Button, Modal } from '@mantine/core';
import classes from '../../layout/components/refused-list.module.css';

/** What of many could not be decided, with the reason of each. */
export function RefusedList({
  refused,
  onClose,
}: {
  refused: readonly { name: string; detail: string }[];
  onClose: () => void;
}) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${refused.length} could not be decided`}
      size={520}
      classNames={{ title: classes.title }}
    >
      <p className={classes.lead}>These stay as they were:</p>
      <ul className={classes.refused} aria-label="Refused">
        {refused.map(({ name, detail }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Modal>
  );
}
