import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';

/** Makes open pages ask again. What changed is not said: each asks for what it may see. */
export function tellBrowsers(options: {
  logger: LoggerService;
  signals: SignalsService;
}): (changed: number) => void {
  return changed => {
    options.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: 'service-health',
        message: { changed },
      })
      .catch(error =>
        options.logger.debug(
          `Open pages were not told of a change: ${stringifyError(error)}`,
        ),
      );
  };
}
