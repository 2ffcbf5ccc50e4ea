import { isPortFree } from './ports.js';
import { StartFailure } from './start-failure.js';

/** @throws StartFailure naming the port, who wanted it and the way out */
export async function requireFreePort(port: number, who: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new StartFailure(
    `Port ${port} (${who}) is taken: stop what listens there, or choose other ports, for example PORT_BASE=4000 npm start.`,
  );
}
