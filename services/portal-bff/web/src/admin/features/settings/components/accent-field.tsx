import { ColorInput } from '@mantine/core';
import { cairnAccent, mendedAccent } from '../../../../shared/features/brand/accent.js';
import { contrast } from '../../../../shared/features/brand/contrast.js';
import { grounds, type Scheme } from '../../../../shared/features/theme/grounds.js';
import { isHex } from '../brand-form.js';
import classes from './accent-field.module.css';

interface AccentFieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: string;
  readOnly: boolean;
  /** The brand's name, on the samples. */
  name: string;
}

/** The brand's one accent, and what becomes of it in light and dark: mended only as far as it must be to be read. */
export function AccentField({ value, onChange, error, readOnly, name }: AccentFieldProps) {
  const accent = isHex(value) ? value : cairnAccent;
  return (
    <>
      <ColorInput
        label="Accent"
        placeholder={cairnAccent}
        description="Of buttons, links and the progress bar; empty, Cairn’s own"
        value={value}
        onChange={onChange}
        error={error}
        format="hex"
        readOnly={readOnly}
        withEyeDropper={!readOnly}
        eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
      />
      <div className={classes.samples}>
        <Sample accent={accent} scheme="light" name={name} />
        <Sample accent={accent} scheme="dark" name={name} />
      </div>
    </>
  );
}

function Sample({ accent, scheme, name }: { accent: string; scheme: Scheme; name: string }) {
  const { fill, onFill, text } = mendedAccent(accent, scheme);
  const { card, page, track } = grounds[scheme];
  const ratio = Math.round(contrast(onFill, fill) * 10) / 10;
  const isMended = fill.toLowerCase() !== accent.toLowerCase();
  return (
    <figure className={classes.sample} style={{ background: page, color: text }}>
      <div className={classes.card} style={{ background: card }} aria-hidden="true">
        <span className={classes.title}>{name || 'Your brand'}</span>
        <span className={classes.bar} style={{ background: track }}>
          <span style={{ background: fill }} />
        </span>
        <span className={classes.button} style={{ background: fill, color: onFill }}>
          Claim reward
        </span>
      </div>
      <figcaption style={{ color: scheme === 'dark' ? '#b0a79b' : '#675f55' }}>
        {scheme === 'light' ? 'Light' : 'Dark'}: {ratio}:1, {isMended ? `shown as ${fill}` : 'as it is'}
      </figcaption>
    </figure>
  );
}
