import { grounds, type Scheme } from '../theme/grounds.js';
import { contrast, mend } from './contrast.js';
import { mix } from './rgb.js';

/** Cairn's own accent, for a brand that has set none. */
export const cairnAccent = '#2f5d50';

export interface Accent {
  /** Of buttons and the bar: at least 3:1 with everything it lies on. */
  fill: string;
  fillHover: string;
  /** Of text on `fill`: at least 4.5:1. */
  onFill: string;
  /** Of links and other text in the accent: at least 4.5:1 with page, card and tint. */
  text: string;
  /** A quiet tint behind such text. */
  tint: string;
}

/** A brand's accent (hex), mended until it can be read in the scheme; a fit one is left as it is. */
export function mendedAccent(accent: string, scheme: Scheme): Accent {
  const { page, card, track, ink, paper } = grounds[scheme];
  const way = scheme === 'light' ? 'darker' : 'lighter';
  const visible = mend(accent, way, [page, card, track], 3);
  // A mid-tone carries neither white nor ink: it goes on until it carries the one that its way leads to.
  const ahead = scheme === 'light' ? paper : ink;
  const carried = [paper, ink].find(words => contrast(words, visible) >= 4.5);
  const fill = carried ? visible : mend(visible, way, [ahead], 4.5);
  const onFill = carried ?? ahead;
  const tint = mix(card, accent, scheme === 'light' ? 0.08 : 0.16);
  return {
    fill,
    fillHover: mix(fill, onFill === ink ? paper : ink, 0.1),
    onFill,
    text: mend(accent, way, [page, card, tint], 4.5),
    tint,
  };
}
