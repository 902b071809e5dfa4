import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { HealthState } from '@portal/plugin-service-health-common';
import type { Knex } from 'knex';

const batchSize = 20;

type ChangeRow = {
  id: string;
  check_id: string;
  entity_ref: string;
  environment: string;
  name: string;
  to_state: HealthState;
  reason: string | null;
};

/** What {@link ChangeTeller} works with. */
export type ChangeTellerOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  logger: LoggerService;
  notifications: NotificationService;
};

/**
 * Tells owners that a service went down, and that it recovered. Each change is told by one replica; one that dies while it
 * tells leaves the change to the next, and the notification has a scope, so that the second takes the place of the first.
 */
export class ChangeTeller {
  readonly #options: ChangeTellerOptions;

  private constructor(options: ChangeTellerOptions) {
    this.#options = options;
  }

  static create(options: ChangeTellerOptions): ChangeTeller {
    return new ChangeTeller(options);
  }

  /** Tells everything that was not told. */
  async tell(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted && (await this.#tellBatch()) === batchSize) {
      // There may be more.
    }
  }

  async #tellBatch(): Promise<number> {
    return this.#options.client.transaction(async trx => {
      const { rows } = await trx.raw(
        `SELECT h.id, h.check_id, h.to_state, h.reason, c.entity_ref, c.environment, c.name
         FROM changes h JOIN checks c ON c.id = h.check_id
         WHERE NOT h.told ORDER BY h.id LIMIT ? FOR UPDATE OF h SKIP LOCKED`,
        [batchSize],
      );
      for (const row of rows) {
        await this.#send(row);
      }
      await trx('changes')
        .whereIn(
          'id',
          rows.map((row: ChangeRow) => row.id),
        )
        .update({ told: true });
      return rows.length;
    });
  }

  async #send(row: ChangeRow): Promise<void> {
    const { auth, catalog, logger, notifications } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(row.entity_ref, {
      credentials,
    });
    const owners = ownersOf(entity);
    if (!entity || owners.length === 0) {
      logger.debug(`Nobody owns ${row.entity_ref}: nobody was told`);
      return;
    }
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: owners },
        payload: payloadOf(row, entity),
      });
    } catch (error) {
      logger.warn(
        `The owners of ${row.entity_ref} were not told: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

function ownersOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}

function payloadOf(row: ChangeRow, entity: Entity) {
  const { kind, namespace, name } = parseEntityRef(row.entity_ref);
  const title = entity.metadata.title ?? name;
  const isDown = row.to_state === 'down';
  return {
    title: isDown
      ? `${title} is down in ${row.environment}`
      : `${title} has recovered in ${row.environment}`,
    description: [row.name, row.reason].filter(Boolean).join(': '),
    link: `/catalog/${namespace}/${kind}/${name}/health`,
    severity: isDown ? ('high' as const) : ('normal' as const),
    topic: 'service-health',
    scope: `service-health:${row.check_id}:${row.id}`,
  };
}
