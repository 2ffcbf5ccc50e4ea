import type { RejectionReason, SubmissionStatus } from '@cairn/contracts/submission';

/** What a rejection says to its ambassador (domain.md 2.2); never blames, and says what may be done. */
const rejectionWords: Record<RejectionReason, string> = {
  wrong_content: 'It shows something else than this task asks for.',
  not_visible: 'It could not be seen: perhaps it is private, or gone.',
  not_own_content: 'It looks like somebody else’s.',
  low_quality: 'It cannot be used as it is; a clearer one would do.',
  missing_requirement: 'A part of the task is missing.',
  suspected_fraud: 'It could not be confirmed.',
  other: '',
};

export interface Told {
  kind: 'action' | 'self_referral';
  status: SubmissionStatus;
  reason: RejectionReason | null;
  rejectionText: string | null;
}

/** Where a submission stands, and what its ambassador may do. @param disclosureTags the brand's. */
export function submissionWords(
  { kind, status, reason, rejectionText }: Told,
  brand: { name: string; disclosureTags: readonly string[] },
): string {
  switch (status) {
    case 'in_review':
      return `${brand.name} looks at it before it counts.`;
    case 'approved':
      return 'It counts.';
    case 'disclosure_missing':
      return `It has to say that it is a partnership: add ${brand.disclosureTags[0] ?? 'the tag'} and hand it in again. It counts as of its first time.`;
    case 'rejected': {
      const why = [reason === null ? '' : rejectionWords[reason], rejectionText ?? '']
        .filter(Boolean)
        .join(' ');
      const next =
        kind === 'action' ? 'Mend it and hand it in again.' : `If it should count, ask ${brand.name}.`;
      return `${why === '' ? `${brand.name} could not accept it.` : why} ${next}`;
    }
  }
}
