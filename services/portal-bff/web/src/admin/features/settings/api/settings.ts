import {
  apiKeyItem,
  brandView,
  type CreateApiKey,
  createdApiKey,
  type UpdateBrand,
} from '@cairn/contracts/http/brand';
import { type CreateMember, memberItem, type UpdateMember } from '@cairn/contracts/http/member';
import { pageOf } from '@cairn/contracts/http/page';
import { adminCommand, adminGet, adminSend } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';

const memberPage = pageOf(memberItem);
const keyPage = pageOf(apiKeyItem);

/** PATCH /brand: only what changes. Throws ApiProblem. */
export const updateBrand = (body: UpdateBrand) => adminCommand('PATCH', '/brand', brandView, { body });

/** GET /members; owners only. */
export const useMembers = () =>
  usePages(['members'], (cursor, signal) => adminGet('/members', memberPage, { cursor }, signal));

/** POST, PATCH, DELETE /members. Throws ApiProblem: `duplicate_member`, `last_owner`. */
export const inviteMember = (body: CreateMember, idempotencyKey: string) =>
  adminCommand('POST', '/members', memberItem, { body, idempotencyKey });
export const updateMember = (id: string, body: UpdateMember) =>
  adminCommand('PATCH', `/members/${id}`, memberItem, { body });
export const removeMember = (id: string) => adminSend('DELETE', `/members/${id}`);

/** GET /keys. */
export const useKeys = () =>
  usePages(['api-keys'], (cursor, signal) => adminGet('/keys', keyPage, { cursor }, signal));

/** POST /keys: the key itself is in this answer and never again. DELETE /keys/{id}. Throws ApiProblem. */
export const createKey = (body: CreateApiKey, idempotencyKey: string) =>
  adminCommand('POST', '/keys', createdApiKey, { body, idempotencyKey });
export const revokeKey = (id: string) => adminSend('DELETE', `/keys/${id}`);
