import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { repositoryRoot } from '../support/paths.mjs';

// What the service token may do: read and describe the catalog, use search, and everything of the portal's own plugins.
const serviceTokenAccess = [
  {
    plugin: 'catalog',
    permission: [
      'catalog.entity.read',
      'catalog.entity.refresh',
      'catalog.entity.validate',
      'catalog.location.read',
      'catalog.location.create',
      'catalog.location.analyze',
    ],
  },
  { plugin: 'dora' },
  { plugin: 'executive' },
  { plugin: 'finops' },
  { plugin: 'metrics' },
  { plugin: 'org-history' },
  { plugin: 'repositories' },
  { plugin: 'search' },
  { plugin: 'security-score' },
  { plugin: 'techdocs' },
  { plugin: 'webhooks' },
  {
    plugin: 'service-health',
    permission: ['service-health.check.report', 'service-health.state.read'],
  },
];

/**
 * Writes what app-config.yaml can't know: ports, the database that was just started, folders and tools of this machine.
 *
 * @param {{ dataDirectory: string, port: number,
 *   connection: { host: string, port: number, user: string, password?: string, database: string },
 *   mkdocs?: { hasTechdocsCore: boolean }, frontendPort?: number, webhookSecretFile?: string }} options
 * @returns {Promise<string>} Path of the file, readable by this user only.
 */
export async function writeRuntimeConfig(options) {
  const { dataDirectory, port, connection, mkdocs, frontendPort } = options;
  const { webhookSecretFile } = options;
  const baseUrl = `http://localhost:${port}`;
  const appUrl = frontendPort ? `http://localhost:${frontendPort}` : baseUrl;
  const workingDirectory = path.join(dataDirectory, 'work');
  await fs.mkdir(workingDirectory, { recursive: true });
  const config = {
    app: { baseUrl: appUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      cors: { origin: appUrl },
      workingDirectory,
      database: { connection },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: {
              token: { $file: path.join(dataDirectory, 'service-token') },
              subject: 'portal-scripts',
            },
            accessRestrictions: serviceTokenAccess,
          },
        ],
      },
    },
    techdocs: {
      generator: {
        mkdocs: { omitTechdocsCorePlugin: !mkdocs?.hasTechdocsCore },
      },
      publisher: {
        local: { publishDirectory: path.join(dataDirectory, 'techdocs') },
      },
    },
    dora: {
      git: {
        baseDirectory: repositoryRoot,
        allowedPaths: [repositoryRoot],
        workDirectory: path.join(dataDirectory, 'dora-git'),
      },
    },
    repositories: { directory: path.join(dataDirectory, 'repositories') },
    ...(webhookSecretFile && {
      webhooks: {
        senders: { generic: { secrets: [{ $file: webhookSecretFile }] } },
      },
    }),
  };
  const file = path.join(dataDirectory, 'app-config.runtime.yaml');
  await fs.writeFile(
    file,
    `# Written at every start; changes are lost.\n${stringify(config)}`,
    { mode: 0o600 },
  );
  return file;
}
