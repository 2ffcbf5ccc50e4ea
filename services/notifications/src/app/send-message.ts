import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { crashPoint } from '@cairn/service-kit/crash-point';
import {
  type ClaimedWork,
  cancelWork,
  finishWork,
  postponeWork,
  scheduleWork,
} from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NotificationsConfig } from '../config.js';
import { type Message, retryIn, sendMessage } from '../domain/message.js';
import { RewardsStream } from '../out/kafka/rewards-stream.js';
import {
  beginSending,
  endMessage,
  type LockedMessage,
  lockMessage,
  waitAgain,
} from '../out/postgres/messages.js';
import { loadMeetings } from '../out/postgres/unlocks.js';
import type { Delivery } from '../out/smtp/delivery.js';
import { Mailer, type OutgoingMail } from '../out/smtp/mailer.js';
import { addRewardMails } from './add-reward-mails.js';
import { publishMessages } from './message-events.js';
import { unlockToMail } from './metrics.js';
import { type MailSource, prepareMail } from './prepare-mail.js';
import { renderMail } from './render/render-source.js';

/** Milliseconds for which a sender may be at it; above all of the mailer's time-outs together. */
export const sendingLease = 120_000;

/**
 * Sends a message: waiting → sending, committed; SMTP; → sent (design.md §3). Found in `sending` when its sender's time is
 * over it becomes `unknown` and is not sent again by itself (domain.md 5.2). Only these conditional updates decide; the
 * due work is what wakes them.
 */
@Injectable()
export class SendMessage {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Mailer) private readonly mailer: Pick<Mailer, 'send'>,
    @Inject(RewardsStream) private readonly stream: Pick<RewardsStream, 'waited'>,
    @Inject(CONFIG) private readonly config: Pick<NotificationsConfig, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(DueWorkRunner) private readonly runner: Pick<DueWorkRunner, 'wake'>,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const begun = await inTransaction(this.db, sql => this.begin(sql, work));
    if (begun === null) return;
    const { message, mail, unlockedAt } = begun;
    const delivery = await this.mailer.send(mail);
    if (delivery.kind === 'sent') {
      if (unlockedAt !== null) unlockToMail.observe((this.clock().getTime() - unlockedAt) / 1_000);
      crashPoint('smtp.after-answer', message.template);
    }
    await inTransaction(this.db, sql => this.settle(sql, message, delivery));
    this.runner.wake();
  }

  private async begin(sql: Sql, work: ClaimedWork): Promise<Begun | null> {
    const now = this.clock();
    const message = await lockMessage(sql, work.key);
    if (message === null || !['waiting', 'sending'].includes(message.status)) {
      await finishWork(sql, work);
      return null;
    }
    if (message.status === 'sending') {
      if (message.isBeingSent) await postponeWork(sql, work, sendingLease, 'is being sent');
      else await this.end(sql, message, ['sending'], 'unknown', 'nobody knows whether it was sent', now);
      return null;
    }
    const preparation = await prepareMail(sql, message, now, since => this.stream.waited(since, now));
    switch (preparation.kind) {
      case 'wait':
        await postponeWork(sql, work, preparation.ms, preparation.why);
        return null;
      case 'drop':
        await this.end(sql, message, ['waiting'], 'dropped', preparation.why, now);
        return null;
      case 'send': {
        const { source } = preparation;
        await beginSending(sql, message.messageId, source.grants, sendingLease);
        return { message, mail: this.mailOf(message.messageId, source), unlockedAt: unlockOf(source) };
      }
    }
  }

  private mailOf(messageId: string, source: MailSource): OutgoingMail {
    const rendered = renderMail(source, this.config.PUBLIC_URL, error =>
      this.logger.warn({ err: error, messageId }, 'tier mail is broken: the default goes'),
    );
    const { brand, to } = source;
    return { messageId, from: brand.name, to: { name: to.name, address: to.email }, ...rendered };
  }

  private async settle(sql: Sql, begun: Message, delivery: Delivery): Promise<void> {
    const now = this.clock();
    const message = await lockMessage(sql, begun.messageId);
    if (message === null || isOfEarlierSending(begun, message, delivery)) return;
    const retry = delivery.kind === 'refused' && !delivery.isPermanent;
    const wait = retry ? retryIn(message.failures + 1, message.changedAt, now) : null;
    if (retry && wait !== null) {
      if (!(await waitAgain(sql, message.messageId, delivery.why))) return;
      const dueAt = new Date(now.getTime() + wait).toISOString();
      const { messageId: key, brandId } = message;
      await scheduleWork(sql, [{ kind: sendMessage, key, brandId, payload: {}, dueAt }]);
      this.logger.warn({ messageId: key, why: delivery.why, wait }, 'mail refused for now');
    } else if (delivery.kind === 'sent') {
      // Even if its time was over meanwhile: what is known is better than `unknown`.
      await this.end(sql, message, ['sending', 'unknown'], 'sent', null, now);
    } else {
      const to = delivery.kind === 'unknown' ? 'unknown' : 'dropped';
      this.logger.warn({ messageId: message.messageId, why: delivery.why, to }, 'mail not sent');
      await this.end(sql, message, ['sending'], to, delivery.why, now);
    }
  }

  /** Ends the message, says so, and sees whether a second mail is due (domain.md 5.1). */
  private async end(
    sql: Sql,
    message: Message,
    from: Parameters<typeof endMessage>[2],
    to: Parameters<typeof endMessage>[3],
    problem: string | null,
    now: Date,
  ): Promise<void> {
    if (!(await endMessage(sql, message.messageId, from, to, problem, now))) return;
    const ended: Message = { ...message, status: to, version: message.version + 1 };
    await cancelWork(sql, sendMessage, [message.messageId]);
    await publishMessages(sql, [ended], now);
    if (message.template !== 'tier-unlocked' || message.grants.length === 0) return;
    await addRewardMails(sql, [ended], await loadMeetings(sql, [message.unlockId ?? '']), now);
  }
}

interface Begun {
  message: LockedMessage;
  mail: OutgoingMail;
  /** Of an unlock mail, in milliseconds since 1970. */
  unlockedAt: number | null;
}

function unlockOf(source: MailSource): number | null {
  return source.template === 'tier-unlocked' ? Date.parse(source.meeting.unlock.unlockedAt) : null;
}

/**
 * Whether the message went on since this sending began: found lost, and perhaps sent again by hand. Then only that it was
 * sent after all is still worth knowing, and nothing of it is said of the sending that came after.
 */
function isOfEarlierSending(begun: Message, now: Message, delivery: Delivery): boolean {
  if (now.version === begun.version) return false;
  return delivery.kind !== 'sent' || now.version > begun.version + 1;
}
