import { ServiceUnavailableError } from '@backstage/errors';

/**
 * A request to GitHub that brought nothing to use. Its message holds no credentials, nor anything of headers.
 *
 * @public
 */
export class GithubRequestError extends ServiceUnavailableError {
  /** Of the answer; absent where there was none, or one that could not be read. */
  readonly status: number | undefined;
  /** Where the answer says that it is to be found now: a path of the same API. */
  readonly movedTo: string | undefined;
  /** Whether the same request may work in a moment. */
  readonly isTransient: boolean;
  /** Whether lists were longer in bytes than is read. */
  readonly isTooLarge: boolean;

  constructor(options: {
    reason: string;
    status?: number;
    movedTo?: string;
    isTransient?: boolean;
    isTooLarge?: boolean;
  }) {
    super(options.reason);
    this.status = options.status;
    this.movedTo = options.movedTo;
    this.isTransient = options.isTransient ?? false;
    this.isTooLarge = options.isTooLarge ?? false;
  }
}
