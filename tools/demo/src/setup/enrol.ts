import { z } from 'zod';
import type { Api } from '../http/api.js';
import type { PlannedAmbassador } from '../plan/plan.js';
import type { ProgramsByName } from './set-up-programs.js';

const linesACall = 1_000;

const report = z.object({
  created: z.int(),
  updated: z.int(),
  rejected: z.array(z.object({ index: z.int(), code: z.string(), errors: z.unknown() })),
});

/**
 * Enrols everybody by POST /ambassadors/import, a thousand lines a call; who is there already stays as they are.
 * Throws where one is refused: the rest of the run would mean nothing.
 */
export async function enrol(
  api: Api,
  ambassadors: readonly PlannedAmbassador[],
  programs: ProgramsByName,
  onEnrolled: (count: number) => void,
): Promise<void> {
  for (let start = 0; start < ambassadors.length; start += linesACall) {
    const lines = ambassadors.slice(start, start + linesACall);
    const { body } = await api.call({
      method: 'POST',
      path: '/api/v1/ambassadors/import',
      contentType: 'application/x-ndjson',
      body: lines.map(line => importLine(line, programs)).join(''),
      answer: report,
    });
    const refused = body.rejected[0];
    if (refused) {
      const who = lines[refused.index]?.externalId;
      const why = JSON.stringify(refused.errors);
      throw new Error(
        `${body.rejected.length} ambassadors were refused; first ${who}: ${refused.code} ${why}`,
      );
    }
    if (body.created + body.updated !== lines.length) {
      const taken = `${body.created} created and ${body.updated} updated of ${lines.length} lines`;
      throw new Error(`the import lost somebody: ${taken}`);
    }
    onEnrolled(lines.length);
  }
}

function importLine({ program, ...person }: PlannedAmbassador, programs: ProgramsByName): string {
  return `${JSON.stringify({ ...person, programId: programs.get(program)!.programId })}\n`;
}
