import { openApiOf } from '@cairn/service-kit/http/openapi/document';
import type { OpenApiDocument } from '@cairn/service-kit/http/openapi/types';
import { GUARDS_METADATA } from '@nestjs/common/constants';
import { adminControllers } from './admin/admin-controllers.js';
import { type Need, needOf } from './admin/needs.js';
import { AuthController } from './portal/auth.controller.js';
import { ClaimsController } from './portal/claims.controller.js';
import { EarnController } from './portal/earn.controller.js';
import { OwnMediaController } from './portal/own-media.controller.js';
import { OwnSubmissionsController } from './portal/own-submissions.controller.js';
import { PortalController } from './portal/portal.controller.js';
import { PortalGuard } from './portal/portal.guard.js';
import { StreamController } from './stream/stream.controller.js';

const description = `Everything a brand sets up, reads and decides, and the ambassador's portal.

**Keys.** Send a brand's API key as \`Authorization: Bearer ck_…\`; its scopes are \`events:write\`, \`admin:read\` and \`admin:write\` (which includes reading). The platform token makes brands.

**Configuration is in force when it has answered.** Where a service is more than five seconds behind, the answer is 202 with \`settled: false\`.

**Errors** are problem+json (RFC 9457): \`code\` is a stable slug, \`detail\` says what to do, \`errors\` names the fields.

**Lists** are newest first; take \`nextCursor\` as the next \`cursor\`.

**Safe to send again.** With an \`Idempotency-Key\` the same call gives the first answer again, for 24 hours.

Events come in at the ingestion server, which has a document of its own.`;

const admin = { adminSession: [] };

/** The scope of an API key, as it stands in the requirement's list of roles. */
const scopes: Record<Exclude<Need, 'platform'>, string> = {
  'admin:read': 'admin:read',
  'admin:write': 'admin:write',
  fulfil: 'admin:write',
  members: 'admin:write',
  'platform-or-read': 'admin:read',
  'platform-or-write': 'admin:write',
};

/** This server's OpenAPI 3.1 document, from the very schemas that it parses with. */
export function portalDocument(version: string): OpenApiDocument {
  return openApiOf({
    title: 'Cairn: admin and portal API',
    version,
    description,
    controllers: [
      ...adminControllers,
      AuthController,
      PortalController,
      EarnController,
      OwnSubmissionsController,
      OwnMediaController,
      ClaimsController,
      StreamController,
    ],
    prefixSkip: 'api/v1',
    security: (handler, controller) => {
      const need = needOf(handler);
      if (need === undefined) return isPortals(handler, controller) ? [{ ambassadorSession: [] }] : [];
      if (need === 'platform') return [{ platformToken: [] }];
      const own = [{ apiKey: [scopes[need]] }, admin];
      return need.startsWith('platform') ? [...own, { platformToken: [] }] : own;
    },
    securitySchemes: {
      apiKey: { type: 'http', scheme: 'bearer', description: 'A brand’s API key: ck_…' },
      platformToken: { type: 'http', scheme: 'bearer', description: 'CAIRN_PLATFORM_TOKEN' },
      adminSession: {
        type: 'apiKey',
        in: 'cookie',
        name: 'cairn_admin',
        description: 'A signed-in member; their role says what they may do.',
      },
      ambassadorSession: {
        type: 'http',
        scheme: 'bearer',
        description: 'An ambassador’s session token; in the browser a cookie.',
      },
    },
  });
}

function isPortals(...of: object[]): boolean {
  return of.some(one => {
    const guards: unknown = Reflect.getMetadata(GUARDS_METADATA, one);
    return Array.isArray(guards) && guards.includes(PortalGuard);
  });
}
