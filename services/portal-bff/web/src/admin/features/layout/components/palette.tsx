import { Modal } from '@mantine/core';
import { IconArrowRight, IconBolt, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '../../session/use-me.js';
import type { Area } from '../area.js';
import { matches } from '../command-match.js';
import classes from './palette.module.css';

interface PaletteProps {
  areas: readonly Area[];
  opened: boolean;
  onClose: () => void;
}

/** The command palette: pages and actions by their words, ↑ ↓ and Enter. */
export function Palette({ areas, opened, onClose }: PaletteProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={520}
      yOffset="14vh"
      centered={false}
      attributes={{ content: { 'aria-label': 'Go to or do' } }}
      transitionProps={{ duration: 120 }}
    >
      <Commands areas={areas} onClose={onClose} />
    </Modal>
  );
}

function Commands({ areas, onClose }: Omit<PaletteProps, 'opened'>) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const list = useId();
  const can = useMe().data?.can ?? [];
  const found = [
    ...areas.flatMap(({ commands = [] }) =>
      commands
        .filter(command => !command.needs || can.includes(command.needs))
        .map(command => ({ ...command, Icon: IconBolt })),
    ),
    ...areas.map(({ words, to }) => ({ words, to, keywords: 'go to', Icon: IconArrowRight })),
  ].filter(({ words, keywords }) => matches(typed, words, keywords));
  const chosen = Math.min(at, found.length - 1);

  const go = (index: number) => {
    const command = found[index];
    if (!command) return;
    onClose();
    navigate(command.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((chosen + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.field}>
        <IconSearch size={17} stroke={1.8} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-label="Go to or do"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found[chosen] && `${list}-${chosen}`}
          autoComplete="off"
          placeholder="Go to or do…"
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label="Pages and actions" className={classes.list}>
        {found.map(({ words, to, Icon }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          <div
            key={`${to}-${words}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={classes.option}
            onClick={() => go(index)}
            onMouseMove={() => setAt(index)}
          >
            <Icon size={16} stroke={1.8} aria-hidden />
            {words}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={classes.nothing}>Nothing of that name.</p>}
    </>
  );
}
