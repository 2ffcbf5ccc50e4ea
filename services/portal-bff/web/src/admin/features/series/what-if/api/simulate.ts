import type { CreateSeries } from '@cairn/contracts/http/series';
import { simulation } from '@cairn/contracts/http/simulation';
import { useMutation } from '@tanstack/react-query';
import { adminCommand } from '../../../api/admin-call.js';

/** POST /series/simulate: asked by hand, since it reads the whole ledger of the programs. */
export function useSimulation() {
  return useMutation({
    mutationFn: (draft: CreateSeries) =>
      adminCommand('POST', '/series/simulate', simulation, { body: draft }),
  });
}
