import { ambassadorDetail, type LeaveProgram, type MoveAmbassador } from '@cairn/contracts/http/ambassador';
import { adminCommand } from '../../api/admin-call.js';

const of = (id: string, what: string) => `/ambassadors/${encodeURIComponent(id)}/${what}`;

/** POST /ambassadors/{id}/move of the revision that was read. Throws ApiProblem: `already_in_program`, `move_before_membership`. */
export const moveAmbassador = (id: string, body: MoveAmbassador, revision: number) =>
  adminCommand('POST', of(id, 'move'), ambassadorDetail, { body, ifMatch: revision });

/** POST /ambassadors/{id}/leave of the revision that was read. Throws ApiProblem: `already_left`, `move_before_membership`. */
export const leaveProgram = (id: string, body: LeaveProgram, revision: number) =>
  adminCommand('POST', of(id, 'leave'), ambassadorDetail, { body, ifMatch: revision });
