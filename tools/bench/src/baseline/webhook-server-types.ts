import { z } from 'zod';

export const webhookServerInput = z.object({ port: z.int(), secret: z.string(), database: z.url() });
