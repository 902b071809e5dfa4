import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  dashboardsSignalChannel,
  type PersonalBoard,
} from '@portal/plugin-dashboards-common';

/**
 * Tells open pages which boards changed, never what. A signal that is lost costs nothing but time: pages look for changes
 * themselves, more seldom.
 */
export class ChangeNotifier {
  readonly #options: { logger: LoggerService; signals: SignalsService };

  static create(options: {
    logger: LoggerService;
    signals: SignalsService;
  }): ChangeNotifier {
    return new ChangeNotifier(options);
  }

  private constructor(options: {
    logger: LoggerService;
    signals: SignalsService;
  }) {
    this.#options = options;
  }

  /** Dashboards of the catalog, by reference. */
  async dashboardsChanged(entityRefs: string[]): Promise<void> {
    await this.#publish(entityRefs, { type: 'broadcast' });
  }

  /** A board that a person keeps, as it was and as it is. Of a private one only its owner hears. */
  async boardChanged(...states: PersonalBoard[]): Promise<void> {
    const [{ id, ownerRef }] = states;
    const isPrivate = states.every(({ sharing }) => sharing.with === 'nobody');
    await this.#publish(
      [`board:${id}`],
      isPrivate ? { type: 'user', entityRef: ownerRef } : { type: 'broadcast' },
    );
  }

  async #publish(
    boards: string[],
    recipients: Parameters<SignalsService['publish']>[0]['recipients'],
  ): Promise<void> {
    const { logger, signals } = this.#options;
    try {
      const channel = dashboardsSignalChannel;
      await signals.publish({ channel, recipients, message: { boards } });
    } catch (error) {
      logger.warn(
        `Open pages were not told of changed boards: ${stringifyError(error)}`,
      );
    }
  }
}
