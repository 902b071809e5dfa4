import { ServiceUnavailableError } from '@backstage/errors';
import type { GitAccess } from './gitEnvironment';

/**
 * Git ended with another exit code than 0.
 *
 * @public
 */
export class GitExitError extends ServiceUnavailableError {
  /** Absent when git was ended by a signal. */
  readonly exitCode: number | undefined;
  /** What git wrote to standard error, without credentials and control characters. For the log. */
  readonly output: string;

  constructor(options: {
    command: string;
    access: GitAccess;
    exitCode: number | undefined;
    output: string;
  }) {
    // Of a folder on this machine git may quote lines of files; the reader of a page is not to see them.
    super(
      options.access === 'remote'
        ? `git ${options.command} failed: ${options.output}`
        : `git ${options.command} could not read the repository; run "git fsck" in it to see whether it is damaged (the log of the backend has what git said)`,
    );
    this.exitCode = options.exitCode;
    this.output = options.output;
  }
}
