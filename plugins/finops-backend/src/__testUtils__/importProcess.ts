import knexFactory from 'knex';
import { importCosts } from './createImporter';

/*
 * A process that imports one file of cost and nothing else, so that a test can kill it: its arguments are the connection and the
 * costs. It says when it begins and when it has ended.
 */
const [connection, costs] = process.argv.slice(2);
const client = knexFactory({
  client: 'pg',
  connection: JSON.parse(connection),
});

async function run() {
  await client.raw('SELECT 1');
  process.stdout.write('started\n');
  await importCosts(client, JSON.parse(costs));
  process.stdout.write('done\n');
  await client.destroy();
}

run().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
