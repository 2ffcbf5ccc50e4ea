import { randomInt } from 'node:crypto';
import { referralCode } from '../domain/referral-code.js';

/** A fresh referral code; whether it is free, the database says. */
export function newCode(): string {
  return referralCode(below => randomInt(below));
}
