import { createApp } from './app.js';
import { readEnvironment } from './environment.js';

try {
  const environment = readEnvironment(process.env);
  const app = createApp(environment);
  await app.listen({ host: environment.HOST, port: environment.PORT });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
