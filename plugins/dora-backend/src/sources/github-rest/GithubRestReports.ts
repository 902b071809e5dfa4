import { InputError } from '@backstage/errors';
import type { Report } from '@portal/plugin-dora-common';
import { PayloadReader } from '../reports/PayloadReader';
import type { ReportParser } from '../reports/Parser';

/**
 * Makes of what the REST API answers the same reports as come of webhooks: each thing is put into the payload of its
 * webhook, and read by the parser of those. The objects in them have the same fields.
 *
 * @internal
 */
export class GithubRestReports {
  readonly #parse: ReportParser;
  readonly #host: string;
  readonly #repository: object;
  readonly #now: number;
  /** What came of it so far. */
  readonly facts: Report[] = [];
  /** Why a thing was not taken, of each that was not. */
  readonly rejected: string[] = [];

  private constructor(options: {
    parse: ReportParser;
    host: string;
    repository: object;
    now: number;
  }) {
    this.#parse = options.parse;
    this.#host = options.host;
    this.#repository = options.repository;
    this.#now = options.now;
  }

  static create(options: {
    parse: ReportParser;
    /** Such as `github.com`. */
    host: string;
    /** As `GET /repos/{owner}/{repo}` answers. */
    repository: object;
    /** Epoch milliseconds. */
    now: number;
  }): GithubRestReports {
    return new GithubRestReports(options);
  }

  /** https://docs.github.com/en/rest/deployments/deployments and .../statuses */
  addDeployment(deployment: object, statuses: readonly unknown[]): void {
    this.#add('deployment', { action: 'created', deployment });
    for (const status of statuses) {
      this.#add('deployment_status', {
        action: 'created',
        deployment,
        deployment_status: status,
      });
    }
  }

  /**
   * A closed pull request: https://docs.github.com/en/rest/pulls/pulls
   *
   * @param commits - The first of its commits, for the date of the first one, which no webhook tells.
   */
  addPullRequest(
    pull: object,
    commits: readonly unknown[],
    reviews: readonly unknown[],
  ): void {
    const firstCommitAt = this.#firstDate(commits);
    this.#add(
      'pull_request',
      { action: 'closed', pull_request: pull },
      firstCommitAt === undefined ? {} : { firstCommitAt },
    );
    for (const review of reviews) {
      this.#add('pull_request_review', {
        action: 'submitted',
        pull_request: pull,
        review,
      });
    }
  }

  /** https://docs.github.com/en/rest/releases/releases */
  addRelease(release: object): void {
    this.#add('release', { action: 'published', release });
  }

  #add(event: string, payload: object, more: object = {}): void {
    try {
      const { facts } = this.#parse({
        sender: 'github',
        event,
        body: { ...payload, repository: this.#repository },
        receivedAt: new Date(this.#now).toISOString(),
        headers:
          this.#host === 'github.com'
            ? {}
            : { 'x-github-enterprise-host': this.#host },
      });
      this.facts.push(...facts.map(fact => ({ ...fact, ...more })));
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      this.rejected.push(error.message);
    }
  }

  /** When the first commit was written. A date that cannot be right is left out: anybody can write one. */
  #firstDate(commits: readonly unknown[]): number | undefined {
    const dates = PayloadReader.create({ value: commits, now: this.#now })
      .items.flatMap(commit => [
        commit.at('commit', 'author', 'date'),
        commit.at('commit', 'committer', 'date'),
      ])
      .flatMap(date => {
        try {
          return date.optionalInstant() ?? [];
        } catch {
          return [];
        }
      });
    return dates.length > 0 ? Math.min(...dates) : undefined;
  }
}
