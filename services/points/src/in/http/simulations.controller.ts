import { type Simulated, type SimulationRequest, simulationRequest } from '@cairn/contracts/http/simulation';
import { type Caller, CallerOf } from '@cairn/service-kit/http/caller';
import { ServiceTokenGuard } from '@cairn/service-kit/http/service-token.guard';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { simulateSeries } from '../../app/simulate-series.js';

/** Milliseconds after which what was looked at has to do: whoever asked waits for it. */
const patience = 20_000;

@Controller('internal/simulations')
@UseGuards(ServiceTokenGuard)
export class SimulationsController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Reads alone: nothing is kept. */
  @Post()
  @HttpCode(200)
  async simulate(
    @CallerOf() caller: Caller,
    @Body(zodPipe(simulationRequest)) body: SimulationRequest,
  ): Promise<Simulated> {
    const began = performance.now();
    const isTimeUp = () => performance.now() - began > patience;
    return await simulateSeries(onPool(this.db, { prepared: true }), caller.brandId, body, { isTimeUp });
  }
}
