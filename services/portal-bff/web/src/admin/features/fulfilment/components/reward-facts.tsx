import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { CopyIcon } from '../../layout/components/copy-icon.js';
import { GrantBadge } from '../../rewards/components/grant-badge.js';
import { TierMark } from '../../rewards/components/tier-mark.js';
import { typeWords } from '../../rewards/grant-words.js';
import { addressLines } from '../address-lines.js';
import { whyItWaits } from '../what-to-do.js';
import classes from './reward-facts.module.css';

/** What is known of a reward; Shopify's own words where it refused (domain.md 4.7). */
export function RewardFacts({ item }: { item: FulfilmentItem }) {
  const reader = useReader();
  const { ambassador, series, tier, cycle, code, orderName, note, tracking, fulfilledAt, createdAt } = item;
  const lines = item.address && addressLines(item.address);
  const why = whyItWaits(item);
  return (
    <>
      {why && (
        <div className={classes.why} data-bad={item.status === 'needs_attention' || undefined}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          <div>
            {item.status === 'needs_attention' ? (
              <>
                <strong>The shop said:</strong> <q>{why}</q>
              </>
            ) : (
              why
            )}
          </div>
        </div>
      )}
      <dl className={classes.facts}>
        <Fact name="Status">
          <GrantBadge status={item.status} />
        </Fact>
        <Fact name="Ambassador">
          <Link to={`/admin/ambassadors/${ambassador.id}`}>{ambassador.name}</Link>
        </Fact>
        <Fact name="Type">{typeWords[item.type]}</Fact>
        <Fact name="Tier">
          <TierMark id={tier.id} name={tier.name} />
        </Fact>
        <Fact name="Series">
          <Link to={`/admin/series/${series.id}`}>{series.name}</Link>
          {cycle > 1 && `, round ${cycle}`}
        </Fact>
        <Fact name="Granted">
          <When instant={createdAt} reader={reader} />
        </Fact>
        {code && (
          <Fact name="Code">
            <code className={classes.code}>{code}</code>
            <CopyIcon value={code} what="the code" />
          </Fact>
        )}
        {lines && (
          <Fact name="Send to">
            <address className={classes.address}>
              {lines.map(line => (
                <span key={line}>{line}</span>
              ))}
            </address>
            <CopyIcon value={lines.join('\n')} what="the address" />
          </Fact>
        )}
        {orderName && <Fact name="Order">{orderName}</Fact>}
        {fulfilledAt && (
          <Fact name="Fulfilled">
            <When instant={fulfilledAt} reader={reader} />
          </Fact>
        )}
        {tracking && <Fact name="Tracking">{tracking}</Fact>}
        {note && <Fact name="Note">{note}</Fact>}
      </dl>
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
