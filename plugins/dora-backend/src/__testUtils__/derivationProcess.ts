import knexFactory from 'knex';
import { DerivationWorker } from '../derive/DerivationWorker';
import { attribution } from './attribution';

/*
 * A process that derives and nothing else, so that a test can kill it: the connection comes as its argument. It says when
 * it begins, and what cannot be derived.
 */
const client = knexFactory({
  client: 'pg',
  connection: JSON.parse(process.argv[2]),
});
const say = (message: string) => process.stdout.write(`${message}\n`);
const logger = {
  error: say,
  warn: say,
  info: say,
  debug: say,
  child: () => logger,
};
DerivationWorker.create({
  client,
  attribution,
  logger,
  now: () => Number(process.argv[3]),
  interval: 10,
}).start();
say('started');
