import type { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError, ResponseError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { GithubTarget } from './GithubTarget';
import { PublishedRepositories } from './PublishedRepositories';

/** What {@link GithubTargets} works with. */
export type GithubTargetsOptions = {
  auth: AuthService;
  /** Certificates of who vouches for a host of one's own. */
  caFile?: string;
  integrations: ScmIntegrationRegistry;
  scaffolder: Pick<ScaffolderService, 'dryRun' | 'getLogs' | 'getTask'>;
};

/** Finds repositories at GitHub that runs made. */
export class GithubTargets {
  readonly #credentials: GithubCredentialsProvider;
  readonly #options: GithubTargetsOptions;
  readonly #published: PublishedRepositories;

  private constructor(options: GithubTargetsOptions) {
    this.#options = options;
    this.#credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
    this.#published = PublishedRepositories.create(options);
  }

  static create(options: GithubTargetsOptions): GithubTargets {
    return new GithubTargets(options);
  }

  /** Whether a location is at a GitHub of the configuration. */
  covers(location: string): boolean {
    return this.#configOf(location)?.apiBaseUrl !== undefined;
  }

  /** Undefined where the run made none there, or another one: whoever writes the location could name anybody's repository. */
  async find(
    location: string,
    taskId: string,
  ): Promise<GithubTarget | undefined> {
    const { caFile } = this.#options;
    const apiBaseUrl = this.#configOf(location)?.apiBaseUrl;
    const [owner, repo] = new URL(location).pathname
      .split('/')
      .slice(1)
      .map(part => decodeURIComponent(part).toLowerCase());
    const { host } = new URL(location);
    const repository = (await this.#read(taskId)).find(
      made =>
        made.host === host &&
        made.owner.toLowerCase() === owner &&
        made.repo.toLowerCase() === repo,
    );
    return repository === undefined || apiBaseUrl === undefined
      ? undefined
      : GithubTarget.create({
          apiBaseUrl,
          caFile,
          credentials: this.#credentials,
          repository,
        });
  }

  async #read(taskId: string) {
    try {
      return await this.#published.of(taskId);
    } catch (error) {
      throw error instanceof ResponseError && error.statusCode === 404
        ? new NotFoundError(
            `The scaffolder has the run ${taskId} no more, and with it which repository it made; upgrade by hand`,
          )
        : error;
    }
  }

  #configOf(location: string) {
    return URL.canParse(location)
      ? this.#options.integrations.github.byUrl(location)?.config
      : undefined;
  }
}
