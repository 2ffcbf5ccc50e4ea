/** Why nothing was done, and what to do about it: a line for the reader, no fault of the program. */
export class Refusal extends Error {}
