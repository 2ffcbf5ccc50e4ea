import type { MailSource } from '../prepare-mail.js';
import { unlockMailData } from './mail-data.js';
import {
  type RenderedMail,
  renderCodesNeeded,
  renderRewardMail,
  renderSignIn,
  renderUnlockMail,
} from './render-mail.js';

/** The words of a mail. `onBroken` hears of a tier's own template that could not be used. */
export function renderMail(
  source: MailSource,
  portalUrl: string,
  onBroken: (error: unknown) => void,
): RenderedMail {
  const { brand, to: ambassador, grants } = source;
  if (source.template === 'codes-needed') return renderCodesNeeded({ ...source, person: ambassador });
  if ('url' in source) {
    return renderSignIn({ ...source, person: ambassador });
  }
  const { unlock, states } = source.meeting;
  const facts = { brand, ambassador, unlock, states, portalUrl };
  if (source.template === 'reward-ready') {
    return renderRewardMail(unlockMailData({ ...facts, without: [], only: grants }));
  }
  return renderUnlockMail(unlock.tier.email, unlockMailData({ ...facts, without: grants }), onBroken);
}
