import { z } from 'zod';

export const redirectServerInput = z.object({ port: z.int() });
