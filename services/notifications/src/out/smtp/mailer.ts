import type { Readable } from 'node:stream';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { inSpan, SpanKind } from '@cairn/service-kit/telemetry/trace';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { smtpSeconds } from '../../app/metrics.js';
import type { NotificationsConfig } from '../../config.js';
import { type Delivery, deliveryOf } from './delivery.js';

export interface OutgoingMail {
  /** Message-ID is made of it, so a mail that came twice would show. */
  messageId: string;
  from: string;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
}

/** Milliseconds. Together well under the lease of a message that is being sent. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Mails over a pool of SMTP connections, each sending one at a time. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly pool;
  private readonly streams = new Map<string, Readable>();
  private readonly domain: string;
  private readonly server: string;

  constructor(@Inject(CONFIG) private readonly config: NotificationsConfig) {
    this.domain = config.MAIL_FROM.split('@')[1] ?? 'localhost';
    this.server = new URL(config.SMTP_URL).hostname;
    this.pool = createTransport({
      pool: true,
      url: config.SMTP_URL,
      maxConnections: config.SMTP_CONNECTIONS,
      maxMessages: 1_000,
      // What goes again, and when, is for the message's row to say.
      maxRequeues: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...timeouts,
    });
    this.pool.use('stream', (mail, done) => {
      this.watch(String(mail.data.messageId), mail.message);
      done();
    });
  }

  /** Sends one mail. Never throws: what is not known is said. */
  async send(mail: OutgoingMail): Promise<Delivery> {
    const endTimer = smtpSeconds.startTimer();
    const attributes = { 'server.address': this.server, 'cairn.message_id': mail.messageId };
    const delivery = await inSpan('smtp send', { kind: SpanKind.CLIENT, attributes }, async span => {
      const outcome = await this.handOver(mail);
      span?.setAttribute('cairn.delivery', outcome.kind);
      return outcome;
    });
    endTimer({ outcome: delivery.kind === 'sent' ? 'ok' : 'failed' });
    return delivery;
  }

  private async handOver(mail: OutgoingMail): Promise<Delivery> {
    const messageId = `<${mail.messageId}@${this.domain}>`;
    try {
      await this.pool.sendMail({
        messageId,
        from: { name: mail.from, address: this.config.MAIL_FROM },
        to: mail.to,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'sent' };
    } catch (error) {
      return deliveryOf(error, this.streams.get(messageId)?.readableDidRead ?? false);
    } finally {
      this.streams.delete(messageId);
    }
  }

  onApplicationShutdown(): void {
    this.pool.close();
  }

  /** Keeps hold of the stream that the mail goes out by: whether it was read tells whether anything was sent. */
  private watch(
    messageId: string,
    message: { createReadStream: (...args: never[]) => Readable } | undefined,
  ): void {
    if (message === undefined) return;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (...args) => {
      const stream = create(...args);
      this.streams.set(messageId, stream);
      return stream;
    };
  }
}
