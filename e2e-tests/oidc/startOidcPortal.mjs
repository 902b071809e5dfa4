import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPortal } from '../../scripts/runtime/startPortal.mjs';
import { repositoryRoot } from '../../scripts/support/paths.mjs';
import { findFreePort } from '../../scripts/support/processes.mjs';
import { startOpenIdProvider } from '../support/openIdProvider.mts';

/** Whom the provider knows; the catalog in this folder knows the first two. */
const users = [
  { email: 'olga@tidewater.example', name: 'Olga Strand' },
  { email: 'nils@tidewater.example', name: 'Nils Berg' },
  { email: 'stranger@elsewhere.example', name: 'A Stranger' },
];

/**
 * Starts a portal with app-config.production.yaml, and the OpenID provider that it signs in with, on a database that is
 * thrown away.
 *
 * @returns {Promise<{ url: string, providerUrl: string, stop: () => Promise<void> }>}
 */
export async function startOidcPortal() {
  const dataDirectory = await fs.mkdtemp(
    path.join(os.tmpdir(), 'portal-oidc-'),
  );
  await fs.chmod(dataDirectory, 0o755);
  const undo = [() => fs.rm(dataDirectory, { recursive: true, force: true })];
  const stop = async () => {
    while (undo.length) {
      await undo.pop()();
    }
  };
  try {
    const port = await findFreePort();
    const url = `http://localhost:${port}`;
    const provider = await startOpenIdProvider({
      port: await findFreePort(),
      portalUrl: url,
      users,
    });
    undo.push(provider.stop);
    const portal = await startPortal({
      port,
      dataDirectory,
      configFiles: [
        'app-config.yaml',
        'app-config.production.yaml',
        'e2e-tests/oidc/app-config.yaml',
      ].map(file => path.join(repositoryRoot, file)),
      env: {
        APP_BASE_URL: url,
        AUTH_OIDC_METADATA_URL: provider.metadataUrl,
        AUTH_OIDC_CLIENT_ID: provider.clientId,
        AUTH_OIDC_CLIENT_SECRET: provider.clientSecret,
        AUTH_SESSION_SECRET: randomBytes(48).toString('base64'),
      },
    });
    undo.push(portal.stop);
    await waitForCatalog(url, portal.token);
    return { url, providerUrl: provider.metadataUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nobody can sign in before the catalog has read who there is. */
async function waitForCatalog(url, token) {
  const limit = Date.now() + 60_000;
  const entity = `${url}/api/catalog/entities/by-name/component/default/tide-tables`;
  while (Date.now() < limit) {
    const response = await fetch(entity, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (response.ok) {
      return;
    }
    await sleep(500);
  }
  throw new Error(
    'The catalog of the OpenID journey was not read within a minute: see e2e-tests/oidc/catalog.yaml',
  );
}
