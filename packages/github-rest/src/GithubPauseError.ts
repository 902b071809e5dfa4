import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Nothing is wrong, but no more is to be asked for now: the limit of requests is reached, or others have their turn.
 *
 * @public
 */
export class GithubPauseError extends ServiceUnavailableError {
  /** Epoch milliseconds from which on it may go on. */
  readonly until: number;

  constructor(options: { until: number; reason: string }) {
    super(options.reason);
    this.until = options.until;
  }
}
