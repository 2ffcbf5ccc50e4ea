import { type Medal, medalPreset } from '@cairn/contracts/medal';
import { Button, CloseButton, ColorInput, Slider, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { Pebble } from '../../../../../shared/features/cairn/components/pebble.js';
import { fieldId, useBuilder, useTierEdit } from '../builder-context.js';
import classes from './medal-picker.module.css';

const named = (preset: string) => preset.slice(0, 1).toUpperCase() + preset.slice(1);
const first: Medal = { gradient: { colors: ['#f2a65a', '#c2185b'], angle: 135 } };

/** A tier's medal: eight stones, or a gradient of one's own (domain.md 3.3). */
export function MedalPicker({ index, medal }: { index: number; medal: Medal }) {
  const change = useTierEdit(index);
  const group = useId();
  const { errorOf } = useBuilder();
  const error = errorOf(`tiers.${index}.medal`);
  const gradient = 'gradient' in medal;
  const options: { name: string; medal: Medal; checked: boolean }[] = [
    ...medalPreset.options.map(preset => ({
      name: named(preset),
      medal: { preset },
      checked: !gradient && medal.preset === preset,
    })),
    { name: 'Gradient', medal: gradient ? medal : first, checked: gradient },
  ];
  return (
    <fieldset className={classes.field} id={fieldId(`tiers.${index}.medal`)} tabIndex={-1}>
      <legend className={classes.legend}>Medal</legend>
      <div className={classes.options}>
        {options.map(option => (
          <Tooltip key={option.name} label={option.name}>
            <label className={classes.option}>
              <input
                type="radio"
                name={group}
                aria-label={option.name}
                checked={option.checked}
                onChange={() => change({ medal: option.medal })}
              />
              <Pebble medal={option.medal} index={index} width={34} />
            </label>
          </Tooltip>
        ))}
      </div>
      {gradient && <GradientFields index={index} gradient={medal.gradient} />}
      {error && <p className={classes.error}>{error}</p>}
    </fieldset>
  );
}

type Gradient = Extract<Medal, { gradient: unknown }>['gradient'];

function GradientFields({ index, gradient }: { index: number; gradient: Gradient }) {
  const change = useTierEdit(index);
  const { colors, angle } = gradient;
  const set = (patch: Partial<Gradient>) => change({ medal: { gradient: { ...gradient, ...patch } } });
  return (
    <div className={classes.gradient}>
      <div className={classes.stone}>
        <Pebble medal={{ gradient }} index={index} width={84} />
      </div>
      <div className={classes.colours}>
        {colors.map((colour, place) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a gradient may hold one colour twice
            key={place}
            className={classes.colour}
          >
            <ColorInput
              aria-label={`Colour ${place + 1}`}
              format="hex"
              withEyeDropper={false}
              value={colour}
              onChange={next => set({ colors: colors.map((one, at) => (at === place ? next : one)) })}
            />
            {colors.length > 2 && (
              <CloseButton
                size="sm"
                aria-label={`Remove colour ${place + 1}`}
                onClick={() => set({ colors: colors.filter((_, at) => at !== place) })}
              />
            )}
          </div>
        ))}
        {colors.length < 3 && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set({ colors: [...colors, '#3f1dcb'] })}
          >
            Third colour
          </Button>
        )}
        <div className={classes.angle}>
          <span aria-hidden="true">Angle {angle}°</span>
          <Slider
            thumbLabel="Angle of the gradient"
            size="sm"
            label={null}
            color="var(--accent)"
            min={0}
            max={360}
            step={5}
            value={angle}
            onChange={next => set({ angle: next })}
          />
        </div>
      </div>
    </div>
  );
}
