import { Modal } from '@mantine/core';
import { CopyButton } from '../../../../shared/features/clipboard/components/copy-button.js';
import classes from './qr-dialog.module.css';
import { QrPicture } from './qr-picture.js';

interface QrDialogProps {
  opened: boolean;
  onClose: () => void;
  code: string;
  link: string;
}

/** The link as a picture for a friend's camera, black on white in either scheme. */
export function QrDialog({ opened, onClose, code, link }: QrDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered size={380} radius="lg">
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Modal.Header: that is a second banner to screen readers. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>Show your link</Modal.Title>
          <Modal.CloseButton size={36} aria-label="Close" />
        </div>
        <Modal.Body>
          <div className={classes.paper}>
            <QrPicture text={link} label={`QR code of ${link}`} />
          </div>
          <p className={classes.words}>
            Your friend points their camera at it, or types your code: <strong>{code}</strong>.
          </p>
          <CopyButton value={code} what="code" variant="default" size="md" fullWidth />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
