import type { SubmissionStatus } from '@cairn/contracts/submission';
import { StatusBadge } from '../../layout/components/status-badge.js';
import { statusTones, statusWords } from '../review-words.js';

export function ReviewBadge({ status }: { status: SubmissionStatus }) {
  return <StatusBadge tone={statusTones[status]}>{statusWords[status]}</StatusBadge>;
}
