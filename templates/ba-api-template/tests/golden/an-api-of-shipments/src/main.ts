import { createServer } from './createServer.ts';
import { readConfig } from './readConfig.ts';

const config = readConfig(process.env);
const { server, stop } = createServer(config);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.log.info({ signal }, 'stopping');
    stop().catch((error) => {
      server.log.error(error, 'could not stop as it should');
      process.exitCode = 1;
    });
  });
}

await server.listen({ host: config.host, port: config.port });
