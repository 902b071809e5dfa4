import knexFactory from 'knex';
import { TestImports } from './TestImports';
import { manyVulnerabilities } from './manyVulnerabilities';

/*
 * A process that takes one report and nothing else, so that a test can kill it: its arguments are the connection, the service, and
 * the first and last finding of the report. It says when it begins and when it has ended.
 */
const [connection, entityRef, first, last] = process.argv.slice(2);
const client = knexFactory({
  client: 'pg',
  connection: JSON.parse(connection),
});

async function run() {
  await client.raw('SELECT 1');
  process.stdout.write('started\n');
  await new TestImports(client).send(
    { findings: manyVulnerabilities(Number(first), Number(last)) },
    { entityRef },
  );
  process.stdout.write('done\n');
  await client.destroy();
}

run().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
