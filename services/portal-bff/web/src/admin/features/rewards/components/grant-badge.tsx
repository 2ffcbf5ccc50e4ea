import { StatusBadge } from '../../layout/components/status-badge.js';
import { type Status, statusTones, statusWords } from '../grant-words.js';

export function GrantBadge({ status }: { status: Status }) {
  return <StatusBadge tone={statusTones[status]}>{statusWords[status]}</StatusBadge>;
}
