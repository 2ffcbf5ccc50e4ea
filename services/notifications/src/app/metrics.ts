import { registry, seconds } from '@cairn/service-kit/telemetry/metrics';
import { Counter, Histogram } from 'prom-client';
import type { Message } from '../domain/message.js';

const messagesTotal = new Counter({
  name: 'cairn_messages_total',
  help: 'Changes of mails, by the status after them',
  labelNames: ['template', 'status'],
  registers: [registry],
});

export function countMessages(messages: readonly Message[]): void {
  for (const { template, status } of messages) messagesTotal.inc({ template, status });
}

export const unlockToMail = new Histogram({
  name: 'cairn_unlock_to_mail_seconds',
  help: 'From an unlock until the mail server has taken its mail',
  buckets: [...seconds, 60, 120, 300],
  registers: [registry],
});

export const smtpSeconds = new Histogram({
  name: 'cairn_smtp_seconds',
  help: 'One mail handed to the mail server, by what became of it',
  labelNames: ['outcome'],
  buckets: seconds,
  registers: [registry],
});
