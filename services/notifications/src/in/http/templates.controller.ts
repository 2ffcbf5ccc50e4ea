import { type CheckMails, checkMails, type MailErrors } from '@cairn/contracts/http/mail-template';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { checkMail } from '../../app/render/check-mail.js';

@Controller('internal/templates')
@UseGuards(ServiceTokenGuard)
export class TemplatesController {
  /** Before a draft with mails of its own is saved (domain.md 5.4). */
  @Post('check')
  @HttpCode(200)
  check(@Body(zodPipe(checkMails)) { mails }: CheckMails): MailErrors {
    return { errors: mails.flatMap(checkMail) };
  }
}
