import { type SubmissionState, submissionId } from './submission.js';

/** A submission whose place another event has taken (domain.md 2.3). */
export interface Replaced {
  id: string;
  by: string;
}

/** Submissions at hand: loaded under the accounts' locks, made and changed in memory, written as a set. */
export class Submissions {
  readonly changed = new Set<SubmissionState>();
  /** Those that are replaced and were not loaded. */
  readonly replaced: Replaced[] = [];
  private readonly byId: Map<string, SubmissionState>;

  constructor(loaded: readonly SubmissionState[] = []) {
    this.byId = new Map(loaded.map(of => [of.id, of]));
  }

  get(id: string): SubmissionState | undefined {
    return this.byId.get(id);
  }

  save(submission: SubmissionState): void {
    this.byId.set(submission.id, submission);
    this.changed.add(submission);
  }

  /** Another event takes the place of one that waits for its disclosure. */
  replace(waiting: { brandId: string; eventId: string }, by: string): void {
    const id = submissionId(waiting);
    const known = this.byId.get(id);
    if (known === undefined) {
      this.replaced.push({ id, by });
      return;
    }
    known.replacedBy = by;
    this.changed.add(known);
  }
}
