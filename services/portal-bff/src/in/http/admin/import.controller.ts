import { Readable } from 'node:stream';
import { createTrustedAmbassador, importedLines, importReport } from '@cairn/contracts/http/ambassador';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { withIdleLimit } from '@cairn/service-kit/http/idle-limit';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { csvLines } from '../../../app/import/csv-lines.js';
import { importAmbassadors } from '../../../app/import/import-ambassadors.js';
import { ndjsonLines } from '../../../app/import/ndjson-lines.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** Bodies of these types reach the handler as they come in, unread. */
export const importTypes = ['application/x-ndjson', 'text/csv'] as const;

/** Milliseconds that the client may leave us without anything to read. */
const idleLimit = 30_000;

/** Milliseconds a slice. */
const sliceTimeout = 60_000;

@AdminController('ambassadors/import')
export class ImportController {
  constructor(@Inject(ServiceClient) private readonly services: ServiceClient) {}

  /** Never waits for the barrier: it reports (design.md §3). */
  @Post()
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(
    { 200: importReport },
    {
      summary: 'Import ambassadors',
      description:
        'One a line; who is there already is changed. Sent again, nothing changes. In CSV the columns are named like the fields, an address’ parts `address.line1` and so on, and an empty cell is a field that is not there.',
      contentTypes: { request: [...importTypes] },
      requestSchema: createTrustedAmbassador,
    },
  )
  async import(@Req() request: FastifyRequest, @AdminCaller() caller: Caller) {
    if (!(request.body instanceof Readable)) {
      throw new DomainError('unsupported_media_type', `Send ${importTypes.join(' or ')}.`);
    }
    const csv = request.headers['content-type']?.startsWith('text/csv') === true;
    // The connection must outlive an answer in the middle of the body.
    const chunks = withIdleLimit<Buffer>(request.body.iterator({ destroyOnReturn: false }), idleLimit);
    const lines = csv ? csvLines(chunks) : ndjsonLines(chunks);
    return await importAmbassadors(lines, {
      load: async items => {
        const { body } = await this.services.command('milestones', caller, {
          method: 'POST',
          path: ['ambassadors', 'import'],
          body: { items, from: 0 },
          timeout: sliceTimeout,
        });
        return importedLines.parse(body);
      },
      trust: async items => {
        await this.services.command('points', caller, {
          method: 'PUT',
          path: ['trusts'],
          body: { items },
          timeout: sliceTimeout,
        });
      },
    });
  }
}
