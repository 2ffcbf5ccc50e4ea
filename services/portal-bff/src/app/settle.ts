import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceName } from '@cairn/contracts/services';
import { topics } from '@cairn/contracts/topics';
import { waitUntilApplied } from '@cairn/service-kit/catalog/barrier';
import type { CatalogMark } from '@cairn/service-kit/catalog/publish';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type CalledService, ServiceClient } from '../out/services/service-client.js';

/** Milliseconds in all; and between tries of a service that is away. */
const patience = 5_000;
const retryAfter = 250;

const answer = z.object({ applied: z.boolean() });

/** The catalog barrier (design.md §3): configuration is in force when it has answered. */
@Injectable()
export class Settle {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
  ) {}

  /**
   * Waits, holding no transaction, until every consumer of the stream has applied the mark.
   * @returns false where one of them has not within five seconds.
   */
  async settled(brandId: string, mark: CatalogMark | null): Promise<boolean> {
    if (mark === null) return true;
    const deadline = performance.now() + patience;
    const consumers: readonly ServiceName[] = topics[mark.stream].consumers;
    const answers = await Promise.all(
      consumers.map(service =>
        service === 'portal-bff'
          ? waitUntilApplied(onPool(this.db), brandId, mark.stream, mark.version, patience)
          : this.applied(service, brandId, mark, deadline),
      ),
    );
    return answers.every(applied => applied);
  }

  private async applied(
    service: CalledService,
    brandId: string,
    mark: CatalogMark,
    deadline: number,
  ): Promise<boolean> {
    for (;;) {
      const left = Math.floor(deadline - performance.now());
      if (left <= 0) return false;
      const query = { brand: brandId, stream: mark.stream, min: mark.version, waitMs: left };
      const call = { method: 'GET' as const, path: ['applied'], query, timeout: left + 200 };
      const applied = await this.services.send(service, null, call).then(
        body => answer.safeParse(body).data?.applied,
        () => undefined,
      );
      if (applied !== undefined) return applied;
      await wait(Math.min(retryAfter, left));
    }
  }
}
