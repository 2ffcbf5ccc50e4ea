import { applyDecorators, Controller, UseGuards } from '@nestjs/common';
import { AdminGuard } from './admin.guard.js';

/** A controller of the admin API: under /api/v1, behind the {@link AdminGuard}. */
export function AdminController(path: string) {
  return applyDecorators(Controller(`api/v1/${path}`), UseGuards(AdminGuard));
}
