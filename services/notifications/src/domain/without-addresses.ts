/** Whatever may be an e-mail address, in SMTP's brackets or without. */
const address = /[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g;

/** A text that people read, such as an SMTP server's refusal, without the e-mail addresses in it. */
export function withoutAddresses(text: string): string {
  return text.replace(address, 'the address');
}
