import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { GithubCredentialsProvider } from '@backstage/integration';
import {
  proposeToRemote,
  type RenderingOptions,
} from '@portal/plugin-repositories-node';
import { Octokit } from 'octokit';
import type { PublishedRepository } from './PublishedRepositories';
import type { ProposedUpgrade, UpgradeTarget } from './UpgradeTarget';

const requestTimeout = 60_000;

/** What {@link GithubTarget} works with. */
export type GithubTargetOptions = {
  apiBaseUrl: string;
  caFile?: string;
  credentials: GithubCredentialsProvider;
  repository: PublishedRepository;
};

/**
 * A repository at GitHub: an upgrade is a branch with a pull request.
 *
 * @remarks
 *
 * The branch is pushed first. Where opening the pull request fails after it, asking again finds the branch as it is and opens it.
 * See https://docs.github.com/en/rest/pulls/pulls
 */
export class GithubTarget implements UpgradeTarget {
  readonly #options: GithubTargetOptions;

  private constructor(options: GithubTargetOptions) {
    this.#options = options;
  }

  static create(options: GithubTargetOptions): GithubTarget {
    return new GithubTarget(options);
  }

  get cloneUrl(): string {
    return `${this.#url}.git`;
  }

  get #url(): string {
    const { host, owner, repo } = this.#options.repository;
    return `https://${host}/${encodeURIComponent(owner)}/${encodeURIComponent(
      repo,
    )}`;
  }

  async propose(options: RenderingOptions): Promise<ProposedUpgrade> {
    const { caFile, repository } = this.#options;
    const { host, owner, repo } = repository;
    const { client, token } = await this.#connect();
    const { data } = await this.#ask(() =>
      client.rest.repos.get({ owner, repo }),
    );
    const proposal = await proposeToRemote(
      {
        url: this.cloneUrl,
        defaultBranch: data.default_branch,
        credential: { host, username: 'x-access-token', token },
        caFile,
      },
      options,
    );
    const { branch, commit } = proposal;
    if (branch === undefined) {
      return proposal;
    }
    const pullRequest = await this.#ask(
      () => this.#findOrOpen(client, data.default_branch, branch, options),
      `The branch ${branch} is there, its pull request is not: ask again`,
    );
    return { ...proposal, pullRequest, link: `${this.#url}/tree/${commit}` };
  }

  async #findOrOpen(
    client: Octokit,
    base: string,
    branch: string,
    options: RenderingOptions,
  ): Promise<string> {
    const { owner, repo } = this.#options.repository;
    const { data: open } = await client.rest.pulls.list({
      owner,
      repo,
      state: 'open',
      base,
      head: `${owner}:${branch}`,
    });
    const [title, ...body] = options.message.split('\n');
    const { number } =
      open.find(({ head }) => head.ref === branch) ??
      (
        await client.rest.pulls.create({
          owner,
          repo,
          base,
          head: branch,
          title,
          body: body.join('\n').trim(),
        })
      ).data;
    // The address is ours, so that no answer leads people elsewhere.
    return `${this.#url}/pull/${number}`;
  }

  async #connect(): Promise<{ client: Octokit; token: string }> {
    const { apiBaseUrl: baseUrl, credentials, repository } = this.#options;
    const { token } = await credentials.getCredentials({ url: this.#url });
    if (!token) {
      throw new ConflictError(
        `The portal has no token for ${
          this.#url
        }, so it can't propose anything there; set one for ${
          repository.host
        } in integrations.github`,
      );
    }
    return {
      token,
      client: new Octokit({
        auth: token,
        baseUrl,
        request: { timeout: requestTimeout },
        // The portal's own log says what became of the request.
        log: { debug() {}, info() {}, warn() {}, error() {} },
      }),
    };
  }

  /** What GitHub says against it, without what was asked. */
  async #ask<T>(request: () => Promise<T>, state?: string): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const { message, status } = Object(error);
      const said = String(message).slice(0, 500);
      const text = `GitHub answered ${status ?? 'nothing'} for ${
        this.#url
      }: ${said}${state ? `. ${state}` : ''}`;
      throw typeof status === 'number' && status < 500
        ? new ConflictError(text)
        : new ServiceUnavailableError(text);
    }
  }
}
