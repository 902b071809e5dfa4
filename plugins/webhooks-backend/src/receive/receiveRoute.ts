import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  isError,
  NotFoundError,
} from '@backstage/errors';
import type {
  WebhookOutcome,
  WebhookReceipt,
} from '@portal/plugin-webhooks-common';
import type { Request, RequestHandler, Response } from 'express';
import type { Sender } from '../senders/Sender';
import type { SenderCounter } from '../services/SenderCounter';
import type { BodyBudget } from './BodyBudget';
import type { DeliveryWriter } from './DeliveryWriter';
import { PayloadTooLargeError } from './PayloadTooLargeError';
import { readDeliveries } from './readDeliveries';
import { announcedBytes, readRawBody } from './readRawBody';

/** What the route of a sender needs. */
export type ReceiveRouteOptions = {
  auditor: AuditorService;
  budget: BodyBudget;
  counter: SenderCounter;
  writer: DeliveryWriter;
};

/**
 * Takes the webhooks of a sender: verified on the bytes as they came, written, then answered.
 *
 * @remarks
 *
 * It stands outside the validated router, whose body parsers must not touch the bytes.
 */
export function receiveRoute(
  sender: Sender,
  secrets: readonly string[],
  options: ReceiveRouteOptions,
): RequestHandler {
  const { budget, counter, writer } = options;

  async function receive(request: Request, response: Response) {
    const rawBody = await budget.use(announcedBytes(request), () =>
      readRawBody(request, response),
    );
    sender.verify(request.headers, rawBody, secrets);
    const deliveries = readDeliveries(sender, request.headers, rawBody);
    const receipts = await Promise.all(
      deliveries.map(delivery => writer.write(delivery)),
    );
    receipts.forEach((receipt, index) => {
      const { event } = deliveries[index];
      const known = sender.knows(event) ? 'accepted' : 'unknown-event';
      counter.count(sender.id, event, receipt.duplicate ? 'duplicate' : known);
    });
    response.status(202).json(answer(receipts));
  }

  return async (request, response) => {
    if (secrets.length === 0) {
      throw new NotFoundError(
        `The sender ${sender.id} is not configured; set webhooks.senders.${sender.id}.secrets in the configuration of the portal`,
      );
    }
    try {
      await receive(request, response);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome) {
        counter.count(sender.id, '', outcome);
      }
      if (outcome === 'unauthorized' && isError(error)) {
        const event = await options.auditor.createEvent({
          eventId: 'delivery-refused',
          severityLevel: 'medium',
          // Not the request itself: its Authorization header is meant for the sender's method, and is no credential of
          // the portal that could be looked up.
          meta: { sender: sender.id, address: request.ip ?? '' },
        });
        await event.fail({ error });
      }
      throw error;
    }
  };
}

// A batch of CloudEvents has a receipt for each of its events, in their order.
function answer(receipts: WebhookReceipt[]) {
  return receipts.length === 1 ? receipts[0] : { items: receipts };
}

function outcomeOf(error: unknown): WebhookOutcome | undefined {
  if (error instanceof AuthenticationError) {
    return 'unauthorized';
  }
  if (error instanceof InputError) {
    return 'malformed';
  }
  return error instanceof PayloadTooLargeError ? 'too-large' : undefined;
}
