import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { demoWebhookSecret } from './demoWebhookSecret.mjs';
import { readPortalConfig } from './readPortalConfig.mjs';
import { writeRuntimeConfig } from './writeRuntimeConfig.mjs';

const scratch = [];

after(async () => {
  for (const directory of scratch) {
    await fs.rm(directory, { recursive: true, force: true });
  }
});

/** A start with this configuration: what the generated one adds to it. */
async function start(yaml, dataDirectory) {
  const configFile = path.join(dataDirectory, 'app-config.yaml');
  await fs.writeFile(configFile, yaml);
  const configFiles = [configFile];
  const webhook = await demoWebhookSecret({ configFiles, dataDirectory });
  const runtimeFile = await writeRuntimeConfig({
    dataDirectory,
    port: 7007,
    connection: {},
    webhookSecretFile: webhook?.file,
  });
  // What configuration refers to with $file has to be there.
  await fs.writeFile(path.join(dataDirectory, 'service-token'), 'token');
  const config = await readPortalConfig([...configFiles, runtimeFile]);
  const secrets = config.getOptionalStringArray(
    'webhooks.senders.generic.secrets',
  );
  return { webhook, secrets, runtimeFile };
}

async function scratchDirectory() {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-secret-'));
  scratch.push(directory);
  return directory;
}

describe('the secret of the demo for webhooks', () => {
  it('is random, kept for this user alone, and in the generated configuration', async () => {
    const directory = await scratchDirectory();
    const first = await start('portal: { demo: true }', directory);
    assert.match(first.webhook.secret, /^[\w-]{43}$/);
    assert.deepEqual(first.secrets, [first.webhook.secret]);
    const file = path.join(directory, 'webhook-secret');
    assert.equal(await fs.readFile(file, 'utf8'), first.webhook.secret);
    assert.equal((await fs.stat(file)).mode % 0o1000, 0o600);
    // The generated file refers to it and does not hold it.
    const text = await fs.readFile(first.runtimeFile, 'utf8');
    assert.ok(!text.includes(first.webhook.secret));

    const again = await start('portal: { demo: true }', directory);
    assert.deepEqual(again.secrets, [first.webhook.secret]);
    const other = await start(
      'portal: { demo: true }',
      await scratchDirectory(),
    );
    assert.notEqual(other.webhook.secret, first.webhook.secret);
  });

  it('is not made without the demo, nor beside secrets of the configuration', async () => {
    for (const [yaml, secrets] of [
      ['portal: { demo: false }', undefined],
      ['app: {}', undefined],
      [
        'portal: { demo: true }\nwebhooks: { senders: { generic: { secrets: [own] } } }',
        ['own'],
      ],
    ]) {
      const directory = await scratchDirectory();
      const started = await start(yaml, directory);
      assert.equal(started.webhook, undefined);
      assert.deepEqual(started.secrets, secrets);
      await assert.rejects(fs.stat(path.join(directory, 'webhook-secret')));
    }
  });
});
