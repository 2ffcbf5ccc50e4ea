import type { Delivery } from '../out/smtp/delivery.js';
import type { Mailer, OutgoingMail } from '../out/smtp/mailer.js';

/** In the mailer's place: keeps what it is given, and answers with the next of the deliveries; after those with `sent`. */
export class ScriptedMailer implements Pick<Mailer, 'send'> {
  readonly sent: OutgoingMail[] = [];
  private readonly deliveries: Delivery[] = [];

  answer(...deliveries: Delivery[]): void {
    this.deliveries.push(...deliveries);
  }

  async send(mail: OutgoingMail): Promise<Delivery> {
    this.sent.push(mail);
    return this.deliveries.shift() ?? { kind: 'sent' };
  }
}
