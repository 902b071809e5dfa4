import type {
  AuthService,
  DiscoveryService,
  LifecycleService,
  LoggerService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { WebhooksClient } from '@portal/plugin-webhooks-common';
import { ConsumerLoop } from './ConsumerLoop';
import type {
  WebhookConsumer,
  WebhookInboxService,
} from './WebhookInboxService';

/** What {@link DefaultWebhookInboxService} works with. */
export type DefaultWebhookInboxServiceOptions = {
  auth: AuthService;
  discovery: DiscoveryService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  rootLifecycle: RootLifecycleService;
};

/** Reads the inbox over HTTP, with the credentials of the plugin that subscribes. */
export class DefaultWebhookInboxService implements WebhookInboxService {
  readonly #options: DefaultWebhookInboxServiceOptions;
  readonly #client: WebhooksClient;

  private constructor(options: DefaultWebhookInboxServiceOptions) {
    this.#options = options;
    this.#client = new WebhooksClient({
      discoveryApi: options.discovery,
      fetchApi: { fetch },
    });
  }

  static create(
    options: DefaultWebhookInboxServiceOptions,
  ): DefaultWebhookInboxService {
    return new DefaultWebhookInboxService(options);
  }

  subscribe(consumer: WebhookConsumer): void {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(consumer.consumer)) {
      throw new InputError(
        `consumer: found "${consumer.consumer}", expected at most 63 lower case letters, digits and dashes`,
      );
    }
    const { auth, lifecycle, logger, rootLifecycle } = this.#options;
    const loop = ConsumerLoop.create({
      client: this.#client,
      consumer,
      logger: logger.child({ webhookConsumer: consumer.consumer }),
      getToken: async () => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: 'webhooks',
        });
        return token;
      },
    });
    lifecycle.addStartupHook(() => loop.start());
    // Before: once plugins shut down, the inbox of this process takes no more reports.
    rootLifecycle.addBeforeShutdownHook(() => loop.stop());
  }
}
