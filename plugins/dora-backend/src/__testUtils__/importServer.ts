import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import knexFactory from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import { readBody } from '@portal/bulk-import';
import { DatabaseDeliveryImporter } from '../services/DatabaseDeliveryImporter';
import { attribution } from './attribution';

/*
 * A process that takes imports and nothing else, so that a test can watch its memory from outside: the connection
 * string comes as its argument, the port goes out on the first line, `GET` answers the memory that it holds.
 */
async function main(): Promise<void> {
  const client = knexFactory({
    client: 'pg',
    connection: JSON.parse(process.argv[2]),
  });
  await applyMigrations({ getClient: async () => client });
  const importer = DatabaseDeliveryImporter.create({ client, attribution });
  const server = createServer(async (request, response) => {
    try {
      const answer =
        request.method === 'GET'
          ? process.memoryUsage()
          : await importer.importLines({
              entityRef: 'component:default/large',
              stream: readBody(request, {
                idleTimeout: 60_000,
                maxBytes: 1024 ** 3,
                setting: 'limit',
              }),
              provenance: { source: 'import', demo: false },
            });
      response.end(JSON.stringify(answer));
    } catch (error) {
      response.statusCode = 400;
      response.end(String(error));
    }
  });
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${port}\n`);
  });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
