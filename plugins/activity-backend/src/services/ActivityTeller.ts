import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  activityChannel,
  type ActivitySignal,
} from '@portal/plugin-activity-common';
import type { ActivityChanges } from '../database/ActivityStore';

/** How long changes are gathered: a push to many branches makes open pages ask once. */
const gatherInterval = 250;

/** Makes open pages ask again. What happened is not said: each asks for what it may see. */
export class ActivityTeller {
  readonly #options: { logger: LoggerService; signals: SignalsService };
  readonly #repositories = new Set<string>();
  #isNew = false;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: {
    logger: LoggerService;
    signals: SignalsService;
  }) {
    this.#options = options;
  }

  static create(options: {
    logger: LoggerService;
    signals: SignalsService;
  }): ActivityTeller {
    return new ActivityTeller(options);
  }

  tell({ repositories, isNew }: ActivityChanges): void {
    if (repositories.length === 0) {
      return;
    }
    repositories.forEach(id => this.#repositories.add(id));
    this.#isNew ||= isNew;
    this.#timer ??= setTimeout(() => this.#publish(), gatherInterval).unref();
  }

  #publish(): void {
    const message: ActivitySignal = {
      repositories: [...this.#repositories],
      isNew: this.#isNew,
    };
    this.#repositories.clear();
    this.#isNew = false;
    this.#timer = undefined;
    this.#options.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: activityChannel,
        message,
      })
      .catch(error =>
        this.#options.logger.debug(
          `Open pages were not told of a change: ${stringifyError(error)}`,
        ),
      );
  }
}
