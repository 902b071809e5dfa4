import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { TaskSpec } from '@backstage/plugin-scaffolder-common';
import {
  parseRepoUrl,
  type ScaffolderService,
} from '@backstage/plugin-scaffolder-node';

/** A repository at GitHub. */
export type PublishedRepository = { host: string; owner: string; repo: string };

const publishAction = 'publish:github';

/** What {@link PublishedRepositories} works with. */
export type PublishedRepositoriesOptions = {
  auth: AuthService;
  integrations: ScmIntegrationRegistry;
  scaffolder: Pick<ScaffolderService, 'dryRun' | 'getLogs' | 'getTask'>;
};

/**
 * Says which repositories at GitHub a run made: those that its steps of `publish:github` name, where they were not skipped. The action
 * fails where there is a repository already, so that a run whose step completed made it.
 */
export class PublishedRepositories {
  readonly #options: PublishedRepositoriesOptions;

  private constructor(options: PublishedRepositoriesOptions) {
    this.#options = options;
  }

  static create(options: PublishedRepositoriesOptions): PublishedRepositories {
    return new PublishedRepositories(options);
  }

  async of(taskId: string): Promise<PublishedRepository[]> {
    const { integrations } = this.#options;
    const { auth, scaffolder } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const { spec } = await scaffolder.getTask({ taskId }, { credentials });
    const events = await scaffolder.getLogs({ taskId }, { credentials });
    const completed = new Set(
      events
        .filter(({ body }) => body?.status === 'completed')
        .map(({ body }) => body.stepId),
    );
    const names = spec.steps
      .filter(({ action, id }) => action === publishAction && completed.has(id))
      .map(({ input }) => input?.repoUrl);
    return (await this.#render(spec, names)).flatMap(name => {
      try {
        const { host, owner, repo } = parseRepoUrl(String(name), integrations);
        return owner ? [{ host, owner, repo }] : [];
      } catch {
        // What is only known while it runs is empty here.
        return [];
      }
    });
  }

  /** By the scaffolder itself, as it did then: of what was filled in, without a step. */
  async #render(spec: TaskSpec, names: unknown[]): Promise<unknown[]> {
    const { auth, scaffolder } = this.#options;
    if (names.length === 0) {
      return [];
    }
    const { output } = await scaffolder.dryRun(
      {
        template: {
          apiVersion: 'scaffolder.backstage.io/v1beta3',
          kind: 'Template',
          metadata: { name: 'names' },
          spec: {
            type: 'names',
            parameters: [],
            steps: [],
            output: Object.fromEntries(
              names.map((name, index) => [`name${index}`, String(name)]),
            ),
          },
        } as Parameters<ScaffolderService['dryRun']>[0]['template'],
        values: spec.parameters,
        directoryContents: [],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return Object.values(output ?? {});
  }
}
