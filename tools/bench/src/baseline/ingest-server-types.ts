import { z } from 'zod';

export const ingestServerInput = z.object({ port: z.int(), brokers: z.array(z.string()), topic: z.string() });
