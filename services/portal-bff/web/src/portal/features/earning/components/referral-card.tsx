import type { WayToEarn } from '@cairn/contracts/http/home';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLink, IconQrcode, IconShare2 } from '@tabler/icons-react';
import { CopyButton } from '../../../../shared/features/clipboard/components/copy-button.js';
import { QrDialog } from './qr-dialog.js';
import classes from './referral-card.module.css';

/** The ambassador's own link, or the code where the brand has no page for links: copy it, share it, show it. */
export function ReferralCard({
  way,
  brand,
}: {
  way: Extract<WayToEarn, { kind: 'referral' }>;
  brand: string;
}) {
  const [qrOpen, qr] = useDisclosure(false);
  const { code, link } = way;
  const canShare = typeof navigator.share === 'function';
  const shared = link === null ? { title: brand, text: code } : { title: brand, url: link };
  // The sheet that the reader closes again rejects: nothing to do.
  const share = () => navigator.share(shared).catch(() => undefined);
  return (
    <article className={classes.card}>
      <div className={classes.top}>
        <div className={classes.icon} aria-hidden="true">
          <IconLink size={22} stroke={1.8} />
        </div>
        <div className={classes.words}>
          <h3 className={classes.title}>{way.title}</h3>
          <p className={classes.award}>{way.award}</p>
        </div>
      </div>
      <div className={classes.link}>{link?.replace(/^https?:\/\//, '') ?? code}</div>
      <div className={classes.actions}>
        <CopyButton
          value={link ?? code}
          what={link === null ? 'code' : 'link'}
          size="md"
          className={classes.main}
        />
        {canShare && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconShare2 size={18} aria-hidden />}
            onClick={share}
          >
            Share
          </Button>
        )}
        {link !== null && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconQrcode size={18} aria-hidden />}
            onClick={qr.open}
          >
            QR code
          </Button>
        )}
      </div>
      {link !== null && <QrDialog opened={qrOpen} onClose={qr.close} code={code} link={link} />}
    </article>
  );
}
