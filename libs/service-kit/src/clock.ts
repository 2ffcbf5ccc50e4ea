/** The only source of "now": injected everywhere, so that domain code and tests own time. */
export type Clock = () => Date;

export const CLOCK = Symbol('clock');

export const systemClock: Clock = () => new Date();
