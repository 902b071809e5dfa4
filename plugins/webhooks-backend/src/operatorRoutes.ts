import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError, InputError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { PermissionAccess } from '@portal/backend-access';
import {
  webhooksDeliveryReadPermission,
  webhooksDeliveryReplayPermission,
} from '@portal/plugin-webhooks-common';
import type { Request, Router } from 'express';
import type { ConsumerStore } from './database/ConsumerStore';
import type { DatabaseDeliveryStore } from './database/DatabaseDeliveryStore';
import type { InboxStatus } from './services/InboxStatus';
import type { Waker } from './services/Waker';

export type OperatorRoutesOptions = {
  access: PermissionAccess;
  auditor: AuditorService;
  consumers: ConsumerStore;
  deliveries: DatabaseDeliveryStore;
  httpAuth: HttpAuthService;
  status: InboxStatus;
  waker: Waker;
};

/** What operators see and do. */
export function addOperatorRoutes(
  router: Router,
  options: OperatorRoutesOptions,
): void {
  const { access, auditor, consumers, deliveries, httpAuth, status, waker } =
    options;

  async function requireRead(request: Request): Promise<void> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await access.require(credentials, webhooksDeliveryReadPermission);
  }

  /** What the audit log is told: who asks, may they, and what came of it. */
  async function audited<T>(
    request: Request,
    event: { eventId: string; meta: Record<string, string> },
    permission: BasicPermission,
    action: () => Promise<T>,
  ): Promise<T> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const started = await auditor.createEvent({
      ...event,
      severityLevel: 'medium',
      request,
    });
    try {
      await access.require(credentials, permission);
      const result = await action();
      await started.success();
      return result;
    } catch (error) {
      assertError(error);
      await started.fail({ error });
      throw error;
    }
  }

  /** Every change begins here. */
  async function change<T>(
    request: Request,
    eventId: string,
    meta: Record<string, string>,
    action: () => Promise<T>,
  ): Promise<T> {
    const permission = webhooksDeliveryReplayPermission;
    return audited(request, { eventId, meta }, permission, action);
  }

  router.get('/v1/senders', async (request, response) => {
    await requireRead(request);
    response.json(await status.getSenders());
  });

  router.get('/v1/consumers', async (request, response) => {
    await requireRead(request);
    response.json(await status.getConsumers());
  });

  router.get('/v1/dead-letters', async (request, response) => {
    await requireRead(request);
    response.json(
      await status.getDeadLetters({
        consumer: text(request, 'consumer'),
        cursor: text(request, 'cursor'),
        limit: Number(request.query.limit ?? 50),
      }),
    );
  });

  router.get('/v1/deliveries/:id', async (request, response) => {
    const { id } = request.params;
    const event = { eventId: 'delivery-read', meta: { delivery: id } };
    const permission = webhooksDeliveryReadPermission;
    response.json(
      await audited(request, event, permission, () => deliveries.get(id)),
    );
  });

  router.post('/v1/dead-letters/:id/replay', async (request, response) => {
    const { id } = request.params;
    const meta = { deadLetter: id };
    const letter = await change(request, 'dead-letter-replay', meta, () =>
      consumers.replay(id),
    );
    waker.wake();
    response.json(letter);
  });

  router.post('/v1/consumers/:name/rewind', async (request, response) => {
    const { name } = request.params;
    const to = instantOf(request.body.to);
    const meta = { consumer: name, to: to.toISOString() };
    const place = await change(request, 'consumer-rewind', meta, () =>
      consumers.rewind(name, to),
    );
    waker.wake();
    response.json(place);
  });

  router.delete('/v1/consumers/:name', async (request, response) => {
    const { name } = request.params;
    const meta = { consumer: name };
    await change(request, 'consumer-remove', meta, () =>
      consumers.remove(name),
    );
    response.status(204).end();
  });
}

function instantOf(value: string): Date {
  const time = Date.parse(value);
  if (!(time >= 0 && time < Date.UTC(2100, 0, 1))) {
    throw new InputError(
      `to: found "${value}", expected an ISO 8601 instant such as 2026-01-31T12:00:00Z`,
    );
  }
  return new Date(time);
}

function text(request: Request, parameter: string): string | undefined {
  const value = request.query[parameter];
  return typeof value === 'string' ? value : undefined;
}
