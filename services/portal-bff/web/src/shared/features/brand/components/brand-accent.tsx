import { useComputedColorScheme } from '@mantine/core';
import { cairnAccent, mendedAccent } from '../accent.js';

/** Gives the page the brand's accent (hex or null), mended for the scheme that shows. */
export function BrandAccent({ accent }: { accent: string | null | undefined }) {
  const scheme = useComputedColorScheme('light');
  const { fill, fillHover, onFill, text, tint } = mendedAccent(accent ?? cairnAccent, scheme);
  return (
    <style>{`:root{--accent:${fill};--accent-hover:${fillHover};--on-accent:${onFill};--accent-text:${text};--accent-tint:${tint}}`}</style>
  );
}
