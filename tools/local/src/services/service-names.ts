/** In the order of their ports. */
export const serviceNames = [
  'portal-bff',
  'ingestion',
  'points',
  'milestones',
  'rewards',
  'notifications',
] as const;
export type ServiceName = (typeof serviceNames)[number];
