import { channel } from 'node:diagnostics_channel';

/**
 * Places between two steps of which the first cannot be taken back, or has not happened yet. `of` in
 * {@link crashPoint} says which topic, kind or operation.
 */
export type CrashPoint =
  /** The handler is through, nothing of the chunk is committed. */
  | 'chunk.before-commit'
  /** The chunk is committed, Kafka has not been told. */
  | 'chunk.after-commit'
  /** Kafka acked outbox rows that are still there. */
  | 'relay.after-produce'
  /** Due work is claimed and not begun. */
  | 'due-work.claimed'
  /** A command is through, nothing of it is committed. */
  | 'command.before-commit'
  /** A command is committed, nobody was answered. */
  | 'command.after-commit'
  /** Kafka acked an event that nobody was answered for. */
  | 'ingest.after-produce'
  /** Shopify answered, and nothing of it is stored. */
  | 'shopify.after-answer'
  /** The SMTP server took the mail, the message's row does not say so. */
  | 'smtp.after-answer'
  /** The group gives its partitions back. */
  | 'rebalance.begun'
  /** Partitions are given, nothing is read of them yet. */
  | 'rebalance.joined';

export interface CrashPointMessage {
  point: CrashPoint;
  of: string;
}

/** The diagnostics channel's name. */
export const crashPointChannel = 'cairn:crash-point';

const reached = channel(crashPointChannel);

/**
 * Marks a place where a process may die and nothing may be lost or doubled. In the product it does nothing: it tells a
 * channel that nobody listens to. test/faults preloads a listener that kills the process there (ADR 24).
 */
export function crashPoint(point: CrashPoint, of: string): void {
  if (reached.hasSubscribers) reached.publish({ point, of } satisfies CrashPointMessage);
}
