import type { RootConfigService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { auditedRoute, type RouteOptions } from '@portal/backend-routes';
import type { ServiceSecrets } from '@portal/plugin-security-score-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SecurityAccess } from '../access/SecurityAccess';
import { readVaultConfig } from './readVaultConfig';
import { SecretReader } from './SecretReader';
import { VaultClient } from './VaultClient';

/** What the room of Vault needs. */
export type CreateVaultOptions = RouteOptions & {
  access: SecurityAccess;
  catalog: CatalogService;
  config: RootConfigService;
};

const notConnected: ServiceSecrets = {
  connected: false,
  items: [],
  complete: true,
};

/** Makes the room of Vault: how old the secrets of a service are, for those who may read its findings. */
export function createVault(options: CreateVaultOptions): Router {
  const { access, catalog, config } = options;
  const settings = readVaultConfig(config);
  const reader =
    settings &&
    SecretReader.create({ settings, vault: VaultClient.create(settings) });
  const router = PromiseRouter();
  router.get(
    '/v1/entities/:kind/:namespace/:name/secrets',
    auditedRoute(
      options,
      { eventId: 'secrets-read' },
      async (request, credentials) => {
        const { kind, namespace, name } = request.params;
        const entityRef = stringifyEntityRef({ kind, namespace, name });
        await access.requireFindings(credentials, entityRef);
        if (!reader) {
          return { body: notConnected };
        }
        const entity = await catalog.getEntityByRef(entityRef, { credentials });
        const annotations = entity?.metadata.annotations ?? {};
        const paths = listOf(annotations['vault.io/secrets-path']);
        if (paths.length === 0) {
          throw new NotFoundError(
            `${entityRef} has no annotation vault.io/secrets-path that says where its secrets are`,
          );
        }
        const engine = annotations['vault.io/secrets-engine'];
        return { body: await reader.read({ paths, engine }) };
      },
    ),
  );
  return router;
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(path => path.trim().replace(/^\/+|\/+$/g, ''))
    .filter(Boolean);
}
