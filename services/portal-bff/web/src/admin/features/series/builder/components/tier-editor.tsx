import { Button, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useField, useTierEdit } from '../builder-context.js';
import type { TierForm } from '../form.js';
import { EmailEditor } from './email-editor.js';
import { MedalPicker } from './medal-picker.js';
import { RewardsEditor } from './rewards-editor.js';
import classes from './tier-editor.module.css';

interface TierEditorProps {
  index: number;
  count: number;
  tier: TierForm;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** All of a tier (domain.md 3.3). */
export function TierEditor({ index, count, tier, onMove, onRemove }: TierEditorProps) {
  const change = useTierEdit(index);
  const field = useField();
  const path = `tiers.${index}`;
  return (
    <div className={classes.editor}>
      <div className={classes.row}>
        <TextInput
          {...field(`${path}.name`)}
          label="Tier name"
          value={tier.name}
          onChange={event => change({ name: event.currentTarget.value })}
        />
        <TextInput
          {...field(`${path}.threshold`)}
          label="Threshold"
          inputMode="numeric"
          rightSection="points"
          rightSectionWidth={56}
          classNames={{ input: classes.number }}
          value={tier.threshold}
          onChange={event => change({ threshold: event.currentTarget.value })}
        />
      </div>
      <MedalPicker index={index} medal={tier.medal} />
      <Textarea
        {...field(`${path}.description`)}
        label="Description"
        placeholder="Optional: what this tier means, for the ambassador"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={tier.description}
        onChange={event => change({ description: event.currentTarget.value })}
      />
      <RewardsEditor tier={index} rewards={tier.rewards} />
      <EmailEditor index={index} tier={tier} />
      <div className={classes.foot}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowUp size={15} aria-hidden />}
          disabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        >
          Move up
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowDown size={15} aria-hidden />}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          Move down
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={onRemove}
          className={classes.remove}
        >
          Remove tier
        </Button>
      </div>
    </div>
  );
}
