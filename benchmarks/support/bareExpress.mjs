import { createRequire } from 'node:module';
import path from 'node:path';
import { repositoryRoot } from '../../scripts/support/paths.mjs';

// The Express and the driver that the inbox uses, too.
const require = createRequire(
  path.join(repositoryRoot, 'plugins/webhooks-backend/package.json'),
);
const express = require('express');
const { Pool } = require('pg');

const { port, connection, poolSize } = JSON.parse(
  process.env.BARE_EXPRESS_OPTIONS,
);

// A table equal to that of the inbox, with its indexes: one INSERT a request, committed before it is answered.
const pool = new Pool({ ...connection, max: poolSize });
await pool.query('CREATE SCHEMA bare_express');
await pool.query(
  'CREATE TABLE bare_express.deliveries (LIKE webhooks.deliveries INCLUDING ALL)',
);

const app = express();
app.use(express.text({ type: () => true, limit: '10mb' }));
app.post('/', async (request, response) => {
  const { rows } = await pool.query(
    `INSERT INTO bare_express.deliveries (sender, delivery_key, event, headers, body)
     VALUES ('generic', $1, 'deployment', $2, $3) RETURNING id`,
    [
      request.get('x-webhook-id'),
      JSON.stringify({ 'content-type': request.get('content-type') }),
      request.body,
    ],
  );
  response.status(202).json({ id: rows[0].id, duplicate: false });
});
app.listen(port, '127.0.0.1', () => process.send('ready'));
