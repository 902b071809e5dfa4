import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type {
  BackendFeature,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import metricsPlugin from '@portal/plugin-metrics-backend';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import type { Knex } from 'knex';
import executivePlugin from '..';
import { testDatabases } from './testDatabase';

/** A running backend with this plugin, the metric store and the history of ownership, on a database of its own or a given one. */
export async function startExecutive(options?: {
  knex?: Knex;
  entities?: Entity[];
  /** What users may not do; services may do everything. */
  denied?: string[];
  /** What the policy answers a user; default: everything that is not denied. */
  decide?(permission: string, userRef: string): PolicyDecision;
  config?: JsonObject;
  /** Runs every task once at the start; else none runs. */
  runTasks?: boolean;
  /** More plugins, or others in the place of the mocks. */
  features?: BackendFeature[];
}) {
  const knex = options?.knex ?? (await testDatabases.init('POSTGRES_18'));
  const { host, port, user, password, database } =
    knex.client.config.connection;
  const decide = (
    permission: string,
    credentials: BackstageCredentials,
  ): PolicyDecision => {
    const userRef = userOf(credentials);
    if (userRef === undefined) {
      return { result: AuthorizeResult.ALLOW };
    }
    return (
      options?.decide?.(permission, userRef) ?? {
        result: options?.denied?.includes(permission)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }
    );
  };
  const backend = await startTestBackend({
    features: [
      executivePlugin,
      metricsPlugin,
      orgHistoryPlugin,
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'pg',
              connection: { host, port, user, password, database },
              pluginDivisionMode: 'schema',
            },
          },
          portal: { demo: true },
          orgHistory: { initialDelay: '0s', waitUntilSettled: false },
          ...options?.config,
        },
      }),
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: options?.runTasks ?? false,
      }),
      catalogServiceMock.factory({ entities: options?.entities ?? [] }),
      mockServices.permissions.mock({
        authorize: async (requests, request) =>
          requests.map(({ permission }) => ({
            result: basic(decide(permission.name, request.credentials)),
          })),
        authorizeConditional: async (requests, request) =>
          requests.map(({ permission }) =>
            decide(permission.name, request.credentials),
          ),
      }).factory,
      ...(options?.features ?? []),
    ],
  });
  return { ...backend, knex };
}

function userOf(credentials: BackstageCredentials): string | undefined {
  return mockServices.auth().isPrincipal(credentials, 'user')
    ? credentials.principal.userEntityRef
    : undefined;
}

function basic({ result }: PolicyDecision) {
  return result === AuthorizeResult.ALLOW
    ? AuthorizeResult.ALLOW
    : AuthorizeResult.DENY;
}
