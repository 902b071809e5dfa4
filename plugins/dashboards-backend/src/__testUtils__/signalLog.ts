import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';

/** Writes down the signals that pages would get: plugins hand them to the signals plugin through events. */
export async function signalLog() {
  const signals: Array<{ recipients: object; message: object }> = [];
  const events = mockServices.events();
  await events.subscribe({
    id: 'signal-log',
    topics: ['signals'],
    async onEvent({ eventPayload }) {
      signals.push(eventPayload as (typeof signals)[number]);
    },
  });
  const feature = createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => events,
  });
  return { feature, signals };
}
