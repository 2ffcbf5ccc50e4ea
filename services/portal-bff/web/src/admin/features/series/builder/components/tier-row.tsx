import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { Pebble } from '../../../../../shared/features/cairn/components/pebble.js';
import { countedPoints } from '../../../../../shared/features/wording/numbers.js';
import { rewardKindName } from '../../reward-kinds.js';
import { fieldId, useBuilder } from '../builder-context.js';
import { pointsOf, type TierForm } from '../form.js';
import classes from './tiers-pane.module.css';

interface TierRowProps {
  index: number;
  tier: TierForm;
  open: boolean;
  wrong: boolean;
  panel: string;
  onToggle: () => void;
  /** By the arrow keys on the handle: 1 up the ladder, −1 down. */
  onMove: (step: 1 | -1) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}

/** A tier's head: what it is in a line, its handle, and the button that opens it. */
export function TierRow(props: TierRowProps) {
  const { index, tier, open, wrong, panel, onToggle, onMove, onDragStart, onDragEnd } = props;
  const { locale } = useBuilder();
  const points = pointsOf(tier.threshold);
  const name = tier.name.trim() || `Tier ${index + 1}`;
  const arrows = (event: KeyboardEvent) => {
    const step = ({ ArrowUp: 1, ArrowDown: -1 } as const)[event.key as 'ArrowUp' | 'ArrowDown'];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <div className={classes.row}>
      {/* biome-ignore lint/a11y/useSemanticElements: a button cannot be dragged in Firefox */}
      <span
        role="button"
        id={fieldId(`handle.${tier.key}`)}
        tabIndex={0}
        draggable
        aria-label={`Move ${name}: arrow up or down, or drag`}
        className={classes.handle}
        onKeyDown={arrows}
        onDragStart={event => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', name);
          onDragStart();
        }}
        onDragEnd={onDragEnd}
      >
        <IconGripVertical size={16} stroke={1.6} aria-hidden />
      </span>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={panel}
        onClick={onToggle}
        data-wrong={wrong || undefined}
      >
        <Pebble medal={tier.medal} index={index} width={34} />
        <span className={classes.name}>{name}</span>
        {wrong && <span className={classes.wrong}>to finish</span>}
        <span className={classes.gives}>{givesWords(tier)}</span>
        <span className={classes.points}>{points === null ? '…' : countedPoints(points, locale)}</span>
        <IconChevronDown size={16} aria-hidden className={classes.chevron} data-open={open || undefined} />
      </UnstyledButton>
    </div>
  );
}

function givesWords({ rewards }: TierForm): string {
  const [first] = rewards;
  if (first === undefined) return '';
  return rewards.length === 1 ? rewardKindName(first.type) : `${rewards.length} rewards`;
}
