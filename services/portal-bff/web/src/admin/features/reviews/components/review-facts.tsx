import type { SubmissionItem } from '@cairn/contracts/http/submission';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { trustWords } from '../../ambassadors/trust-words.js';
import { nameOf, reasonWords, titleOf } from '../review-words.js';
import { ReviewBadge } from './review-badge.js';
import classes from './review-drawer.module.css';
import { ReviewMedia } from './review-media.js';

/** What was handed in, by whom, and what became of it. */
export function ReviewFacts({ item }: { item: SubmissionItem }) {
  const reader = useReader();
  const { proofUrl, media, text, order, reason, rejectionText, waitingSince, submittedAt, points, attempt } =
    item;
  return (
    <>
      {media && <ReviewMedia key={media.url} media={media} name={`${titleOf(item)} by ${nameOf(item)}`} />}
      <dl className={classes.facts}>
        <Fact name="Status">
          <ReviewBadge status={item.status} />
        </Fact>
        <Fact name="Ambassador">
          <Link to={`/admin/ambassadors/${item.ambassadorId}`}>{nameOf(item)}</Link>, {trustWords[item.trust]}
        </Fact>
        {proofUrl && !media && (
          <Fact name="Proof">
            <a href={proofUrl} target="_blank" rel="noreferrer noopener">
              {proofUrl.replace(/^https?:\/\//, '')}
            </a>
          </Fact>
        )}
        {item.paidPartnership && <Fact name="Partnership">The platform’s own mark is on</Fact>}
        {order && (
          <Fact name="Order">
            #{order.id}, {order.netAmount} minor units of {order.currency}
          </Fact>
        )}
        <Fact name="Points">{points}</Fact>
        <Fact name="Handed in">
          <When instant={submittedAt} reader={reader} />
          {attempt > 1 && `, ${attempt} times`}
        </Fact>
        {waitingSince && (
          <Fact name="Waits since">
            <When instant={waitingSince} reader={reader} />
          </Fact>
        )}
        {item.reviewedAt && (
          <Fact name="Decided">
            <When instant={item.reviewedAt} reader={reader} />
          </Fact>
        )}
        {reason && (
          <Fact name="Rejected for">{[reasonWords[reason], rejectionText].filter(Boolean).join(': ')}</Fact>
        )}
      </dl>
      {text && <p className={classes.text}>{text}</p>}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
