import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { GithubPauseError } from '@portal/github-rest';
import type { WebhookConsumer } from '@portal/plugin-webhooks-node';
import { objectOf } from '../parse/json/objectOf';
import { readRepository } from '../parse/readRepository';
import { alertLists, type AlertList } from './alertLists';
import type { GithubAlertPuller } from './GithubAlertPuller';

/** Events of GitHub's webhooks, by the list that an alert they tell of is in. */
const events = new Map<string, AlertList['kind']>([
  ['dependabot_alert', 'dependabot'],
  ['code_scanning_alert', 'code-scanning'],
  ['secret_scanning_alert', 'secret-scanning'],
]);

const mostRemembered = 10_000;
/** Between the clock of the inbox and this one, in milliseconds. */
const mostDifference = 5000;
/** A long list takes its time. */
const timeout = 10 * 60_000;

/**
 * Looks at the list of alerts that a webhook tells of. A delivery says only that something has changed: what stands is read from GitHub,
 * so that it matters neither in which order deliveries come nor how often, and that no secret is taken from them.
 */
export function createAlertConsumer(options: {
  logger: LoggerService;
  puller: Pick<GithubAlertPuller, 'look'>;
}): WebhookConsumer {
  const { logger, puller } = options;
  /** When a list was last begun to be read, in epoch milliseconds. */
  const looks = new Map<string, number>();
  return {
    consumer: 'security-alerts',
    senders: ['github'],
    timeout,
    async handle(delivery, { signal }) {
      const kind = events.get(delivery.event);
      const list = alertLists.find(each => each.kind === kind);
      if (!list) {
        return;
      }
      const name = repositoryIn(delivery.body);
      if (!name) {
        throw new InputError(
          `The ${delivery.event} names no repository: repository.html_url is missing, or no address`,
        );
      }
      const key = `${list.kind} ${name.toLowerCase()}`;
      // One reading tells all that was sent before it.
      if (
        Date.parse(delivery.receivedAt) + mostDifference <
        (looks.get(key) ?? 0)
      ) {
        return;
      }
      const startedAt = Date.now();
      try {
        if (!(await puller.look({ name, list, signal }))) {
          logger.debug(
            `The delivery ${delivery.id} tells of ${name}, which no component names`,
          );
        }
      } catch (error) {
        if (!(error instanceof GithubPauseError)) {
          throw error;
        }
        // The scheduled look takes it.
        logger.debug(`The alerts of ${name} wait: ${error.message}`);
        return;
      }
      if (looks.size >= mostRemembered) {
        looks.clear();
      }
      looks.set(key, startedAt);
    },
  };
}

function repositoryIn(body: string): string | undefined {
  return readRepository(
    objectOf(objectOf(JSON.parse(body)).repository).html_url,
  );
}
