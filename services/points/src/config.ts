import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';

export const pointsConfig = baseConfig.extend({ POINTS_DATABASE_URL: z.url() });
