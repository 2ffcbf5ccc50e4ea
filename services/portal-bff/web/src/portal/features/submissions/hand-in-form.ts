import type { MediaItem, UploadsInfo } from '@cairn/contracts/http/media';
import type { OwnSubmission } from '@cairn/contracts/http/submission';
import { sizeWords } from '@cairn/contracts/words/size-words';

/** As it is typed and chosen. */
export interface HandInForm {
  proofUrl: string;
  /** A photo or video in the link's place. */
  file: File | null;
  text: string;
  paidPartnership: boolean;
  /** What was handed in before is a photo or video, which stays unless something takes its place. */
  keeps: MediaItem | null;
}

export const emptyHandIn: HandInForm = {
  proofUrl: '',
  file: null,
  text: '',
  paidPartnership: false,
  keeps: null,
};

export function handInForm({ proofUrl, media, text, paidPartnership }: OwnSubmission): HandInForm {
  const link = media === null ? (proofUrl ?? '') : '';
  return { proofUrl: link, file: null, text: text ?? '', paidPartnership, keeps: media };
}

/** A web address as browsers read it; what has no scheme is taken for https. Null for what is none. */
function addressOf(text: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.parse(full);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? full : null;
}

export interface HandedIn {
  proofUrl?: string;
  file?: File;
  text?: string;
  paidPartnership: boolean;
}

/** What is handed in (domain.md 2.2, 2.3), or what is wrong with the address. */
export function readHandIn(form: HandInForm): { input: HandedIn } | { error: string } {
  const { file } = form;
  const typed = file === null ? form.proofUrl.trim() : '';
  const proofUrl = typed === '' ? null : addressOf(typed);
  if (typed !== '' && proofUrl === null) {
    return { error: 'That is no web address. Copy the link of your post, such as https://www.tiktok.com/…' };
  }
  const text = form.text.trim();
  const hasProof = proofUrl !== null || file !== null || form.keeps !== null;
  if (!hasProof && text === '') return { error: 'Give the link of your post, or say what you did.' };
  return {
    input: {
      ...(proofUrl === null ? {} : { proofUrl }),
      ...(file === null ? {} : { file }),
      ...(text === '' ? {} : { text }),
      paidPartnership: form.paidPartnership,
    },
  };
}

/** Why a file cannot be handed in, before it is sent; null where it can. The server looks at its content again. */
export function faultOf(
  { type, size }: Pick<File, 'type' | 'size'>,
  { types, maxBytes }: UploadsInfo,
): string | null {
  const kind = type.startsWith('video/') ? 'video' : 'photo';
  // A browser that does not know a file's type leaves it to the server.
  if (type !== '' && !types.includes(type) && !/^(image\/hei[cf]|video\/x-m4v)$/.test(type)) {
    return 'Choose a photo (JPEG, PNG, WebP, GIF, HEIC, AVIF) or a video (MP4, MOV, WebM).';
  }
  if (type !== '' && size > maxBytes[kind]) {
    return `This ${kind} has ${sizeWords(size)}, and ${sizeWords(maxBytes[kind])} is the most. ${
      kind === 'video' ? 'Cut it, or save it smaller.' : 'Save it smaller.'
    }`;
  }
  return null;
}
