import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import type { ChecklistItem } from '../checklist.js';
import classes from './checklist-pane.module.css';

/** What is done and what is missing before publishing; what is missing leads to its field. */
export function ChecklistPane({
  items,
  onGo,
}: {
  items: readonly ChecklistItem[];
  onGo: (path: string) => void;
}) {
  const done = items.filter(item => item.done).length;
  return (
    <section className={classes.pane} aria-label="Before publishing">
      <h2 className={classes.title}>
        Before publishing
        <span>
          {done} of {items.length}
        </span>
      </h2>
      <ul className={classes.list}>
        {items.map(({ words, done: isDone, missing, path }) => (
          <li key={words} data-done={isDone || undefined}>
            {isDone ? (
              <IconCheck size={15} stroke={2.2} aria-label="Done:" role="img" />
            ) : (
              <IconCircle size={15} stroke={1.8} aria-label="To do:" role="img" />
            )}
            {isDone ? (
              <span>{words}</span>
            ) : (
              <UnstyledButton className={classes.go} onClick={() => onGo(path)}>
                {words}
                <span>{missing}</span>
              </UnstyledButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
