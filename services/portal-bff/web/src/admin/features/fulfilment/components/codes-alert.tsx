import { IconTicketOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useFulfilmentCounts } from '../api/fulfilment.js';
import classes from './codes-alert.module.css';

/** Says on top that rewards wait for codes, and where to add some; nothing while none does (domain.md 4.3). */
export function CodesAlert() {
  const waiting = useFulfilmentCounts().data?.byStatus.waiting_for_codes ?? 0;
  if (waiting === 0) return null;
  return (
    <div role="status" className={classes.alert}>
      <IconTicketOff size={17} stroke={1.8} aria-hidden />
      <span>
        {waiting === 1 ? '1 reward waits' : `${waiting} rewards wait`} for a code: a pool is empty. New codes
        go out by themselves, the longest waiting first.
      </span>
      <Link to="/admin/settings/codes">Add codes</Link>
    </div>
  );
}
