export const services = [
  'ingestion',
  'points',
  'milestones',
  'rewards',
  'notifications',
  'portal-bff',
] as const;

export type ServiceName = (typeof services)[number];
