import { longestLine } from './text-lines.js';

/** One non-empty line of an import, by its place from 0: an item to be judged, or what is wrong with the line. */
export type ImportLine = { index: number; item: unknown } | { index: number; wrong: LineFault };

export interface LineFault {
  code: string;
  message: string;
}

export const tooLong: LineFault = { code: 'too_large', message: `longer than ${longestLine} characters` };
