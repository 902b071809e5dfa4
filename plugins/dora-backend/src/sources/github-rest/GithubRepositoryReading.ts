import { InputError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { GithubRequestError, type GithubRestClient } from '@portal/github-rest';
import type { ReportStore } from '../../reports/ReportStore';
import type { ReportParser } from '../reports/Parser';
import type { GithubSubject } from './explainGithubFailure';
import type { GithubCursor, GithubList } from './GithubCursor';
import type { DueRepository } from './GithubRepositoryStore';
import { GithubRestReports } from './GithubRestReports';
import type { GithubRestConfig } from './readGithubRestConfig';
import { walkPages, type WalkItem } from './walkPages';
import { isWatchDue, watchAfter } from './watchedDeployments';

const slugPattern = /^([\w-]{1,100})\/([\w.-]{1,100})$/;

/** @internal */
export type GithubRepositoryReadingOptions = {
  client: GithubRestClient;
  config: GithubRestConfig;
  /** Changed as the reading goes on. */
  cursor: GithubCursor;
  logger: LoggerService;
  now: number;
  parse: ReportParser;
  reports: ReportStore;
  repository: Pick<DueRepository, 'name' | 'host' | 'slug'>;
  /** Keeps the cursor. */
  save: () => Promise<void>;
};

/**
 * One reading of one repository, part by part.
 *
 * @internal
 */
export class GithubRepositoryReading {
  readonly #options: GithubRepositoryReadingOptions;
  readonly #path: string;
  #rejected: string[] = [];

  private constructor(options: GithubRepositoryReadingOptions, path: string) {
    this.#options = options;
    this.#path = path;
  }

  /** @throws InputError where the name can be none of a repository. */
  static create(
    options: GithubRepositoryReadingOptions,
  ): GithubRepositoryReading {
    const [, owner, name] = slugPattern.exec(options.repository.slug) ?? [];
    if (owner === undefined || name === '.' || name === '..') {
      throw new InputError(
        'this is no name of a repository; write the owner and the name into the annotation github.com/project-slug, such as team/shop',
      );
    }
    return new GithubRepositoryReading(options, `/repos/${owner}/${name}`);
  }

  /** Why things were not taken, of each that was not. */
  get rejected(): readonly string[] {
    return this.#rejected;
  }

  /** The parts in their order. Each may fail by itself, but for the first one. */
  get parts(): ReadonlyMap<GithubSubject, () => Promise<void>> {
    return new Map<GithubSubject, () => Promise<void>>([
      ['repository', () => this.#identify()],
      ['deployments', () => this.#readDeployments()],
      ['pulls', () => this.#readPullRequests()],
      ['releases', () => this.#readReleases()],
    ]);
  }

  async #identify(): Promise<void> {
    const { client, cursor, repository } = this.#options;
    const page = await client
      .get(this.#path, cursor.repository?.etag)
      .catch(error => this.#explainMove(error));
    if (!page.isChanged) {
      return;
    }
    const { id, full_name: fullName, html_url: url } = Object(page.body);
    if (!Number.isSafeInteger(id) || typeof fullName !== 'string') {
      throw new GithubRequestError({ reason: 'the answer is no repository' });
    }
    if (fullName.toLowerCase() !== repository.slug.toLowerCase()) {
      throw movedError(301, fullName);
    }
    cursor.repository = {
      etag: page.etag,
      body: { id, full_name: fullName, html_url: url },
    };
  }

  /** Asks for the new name, where the answer says that there is one. */
  async #explainMove(error: unknown): Promise<never> {
    const { client } = this.#options;
    if (
      !(error instanceof GithubRequestError) ||
      !/^\/repositories\/\d{1,20}$/.test(error.movedTo ?? '')
    ) {
      throw error;
    }
    const page = await client.get(error.movedTo!).catch(() => undefined);
    const body: unknown = page?.isChanged ? page.body : undefined;
    throw movedError(error.status, Object(body).full_name);
  }

  async #readDeployments(): Promise<void> {
    const { client, cursor, config, now } = this.#options;
    await this.#walk('deployments', {
      query: '',
      field: 'created_at',
      endsAt: 'first-old',
      handle: async (items, reports) => {
        for (const { value } of items) {
          await this.#addDeployment(reports, value);
        }
      },
    });
    const due = cursor.watched.filter(each =>
      isWatchDue(each, { now, frequency: config.frequency }),
    );
    for (const each of due) {
      const page = await client
        .get(this.#statusesOf(each.id), each.etag)
        .catch(asMissing);
      if (page?.isChanged) {
        const reports = this.#reports();
        this.#addStatuses(reports, each.deployment, page);
        await this.#write(reports);
      } else if (page) {
        each.checkedAt = now;
      } else {
        cursor.watched = cursor.watched.filter(other => other !== each);
      }
    }
  }

  async #addDeployment(
    reports: GithubRestReports,
    deployment: object,
  ): Promise<void> {
    const { client } = this.#options;
    const page = await client
      .get(this.#statusesOf(Reflect.get(deployment, 'id')))
      .catch(asMissing);
    this.#addStatuses(
      reports,
      deployment,
      page?.isChanged ? page : { body: [] },
    );
  }

  #addStatuses(
    reports: GithubRestReports,
    deployment: object,
    page: { body: unknown; etag?: string },
  ): void {
    const { cursor, now } = this.#options;
    const statuses = listOf(page.body);
    reports.addDeployment(deployment, statuses);
    cursor.watched = watchAfter(cursor.watched, {
      deployment,
      statuses,
      now,
      etag: page.etag,
    });
  }

  #statusesOf(id: number): string {
    return `${this.#path}/deployments/${id}/statuses?per_page=100`;
  }

  async #readPullRequests(): Promise<void> {
    const floor = this.#floorOf('pulls');
    await this.#walk('pulls', {
      query: '&state=closed&sort=updated&direction=desc',
      field: 'updated_at',
      endsAt: 'first-old',
      handle: async (items, reports) => {
        for (const { value } of items) {
          // What was closed before is known, whatever was written below it since.
          if (Date.parse(Reflect.get(value, 'closed_at')) >= floor) {
            await this.#addPullRequest(reports, value);
          }
        }
      },
    });
  }

  async #addPullRequest(
    reports: GithubRestReports,
    pull: object,
  ): Promise<void> {
    const { number, merged_at: mergedAt } = Object(pull);
    if (typeof mergedAt !== 'string' || !Number.isSafeInteger(number)) {
      reports.addPullRequest(pull, [], []);
      return;
    }
    const { pageSize } = this.#options.config;
    const list = async (part: string) => {
      const page = await this.#options.client
        .get(`${this.#path}/pulls/${number}/${part}?per_page=${pageSize}`)
        .catch(asMissing);
      return page?.isChanged ? listOf(page.body) : [];
    };
    // Both begin with the oldest.
    reports.addPullRequest(pull, await list('commits'), await list('reviews'));
  }

  async #readReleases(): Promise<void> {
    await this.#walk('releases', {
      query: '',
      field: 'published_at',
      // They are in the order of their making; a draft may be published much later.
      endsAt: 'all-old',
      handle: async (items, reports) =>
        items.forEach(({ value }) => reports.addRelease(value)),
    });
  }

  async #walk(
    list: GithubList,
    options: {
      query: string;
      field: string;
      endsAt: 'first-old' | 'all-old';
      handle: (
        items: readonly WalkItem[],
        reports: GithubRestReports,
      ) => Promise<void>;
    },
  ): Promise<void> {
    const { client, config, cursor, now, save } = this.#options;
    const { query, field, endsAt, handle } = options;
    await walkPages({
      client,
      state: cursor.lists[list],
      path: `${this.#path}/${list}?per_page=${config.pageSize}${query}`,
      field,
      endsAt,
      since: now - config.history,
      now,
      handle: async items => {
        const reports = this.#reports();
        await handle(items, reports);
        await this.#write(reports);
      },
      save,
    });
  }

  #floorOf(list: GithubList): number {
    const { config, cursor, now } = this.#options;
    return cursor.lists[list].floor ?? now - config.history;
  }

  #reports(): GithubRestReports {
    const { cursor, now, parse, repository } = this.#options;
    return GithubRestReports.create({
      parse,
      host: repository.host,
      repository: cursor.repository?.body ?? {},
      now,
    });
  }

  /** Before the cursor is kept: what is written twice changes nothing, what is left out is lost. */
  async #write(reports: GithubRestReports): Promise<void> {
    this.#rejected.push(...reports.rejected);
    if (reports.facts.length > 0) {
      await this.#options.reports.write(reports.facts, {
        provenance: 'report',
        receivedAt: new Date(this.#options.now),
      });
    }
  }
}

function movedError(status: number | undefined, name: unknown) {
  const isName = typeof name === 'string' && slugPattern.test(name);
  return new GithubRequestError({
    status,
    reason: isName ? `it is called ${name} now` : `answered ${status}`,
  });
}

/** A thing that was deleted between the list and the question for more of it. */
function asMissing(error: unknown): undefined {
  if (error instanceof GithubRequestError && error.status === 404) {
    return undefined;
  }
  throw error;
}

function listOf(body: unknown): readonly unknown[] {
  return Array.isArray(body) ? body : [];
}
