import { isAboutUnlock, type MessageStatus, type Template } from './message.js';

/** Why a message cannot be sent again. */
export interface SendAgainRefusal {
  code: 'not_unknown' | 'not_resendable';
  detail: string;
}

/** What each state that cannot be sent again says of it. */
const settled: Partial<Record<MessageStatus, string>> = {
  waiting: 'This mail is waiting: it goes by itself.',
  sending: 'This mail is sending: it is on its way just now.',
  sent: 'This mail is sent: it is not sent twice.',
};

/** What to do instead, of mails whose words are gone. */
const instead: Partial<Record<Template, string>> = {
  'sign-in': 'A sign-in link is kept only until its mail goes: ask for a new one.',
  'admin-sign-in': 'A sign-in link is kept only until its mail goes: ask for a new one.',
  'codes-needed': 'What this mail said is kept only until it goes; the next alert brings another.',
};

/**
 * Whether a person may send a message again (domain.md 5.2): one that nobody knows the fate of, which may then come
 * twice; or one that was dropped, which certainly did not come. Only what is made from stored data, as it then is.
 * @returns null where they may.
 */
export function refuseSendAgain(message: {
  status: MessageStatus;
  template: Template;
}): SendAgainRefusal | null {
  const said = settled[message.status];
  if (said !== undefined) {
    return { code: 'not_unknown', detail: `${said} Only one that is unknown or dropped can be sent again.` };
  }
  // What an unlock's mail says is stored with the unlock; of any other one nothing is left.
  if (isAboutUnlock(message.template)) return null;
  return { code: 'not_resendable', detail: instead[message.template] ?? 'What this mail said is not kept.' };
}
