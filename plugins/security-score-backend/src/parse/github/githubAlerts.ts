import { InputError } from '@backstage/errors';
import { elementPosition } from '../json/elementPosition';
import { listOf, objectOf, textOf, wordOf } from '../json/objectOf';
import { readInstant } from '../readInstant';
import { readRepository } from '../readRepository';
import type { ElementPath, JsonReportReader, JsonStart } from '../ReportReader';
import type { ParsedFinding, ReportSink } from '../ReportSink';
import { codeScanningAlert } from './codeScanningAlert';
import { dependabotAlert, graphqlAlert } from './dependabotAlert';
import { repositoryPractices } from './repositoryPractices';
import { secretScanningAlert } from './secretScanningAlert';

type Thing = Record<string, unknown>;

/** What alerts are of, and the key that tells them from others. */
const alertKinds = {
  dependabot: { mark: 'security_advisory', read: dependabotAlert },
  'code-scanning': { mark: 'most_recent_instance', read: codeScanningAlert },
  'secret-scanning': { mark: 'secret_type', read: secretScanningAlert },
} as const;

/** @internal */
export type AlertKind = keyof typeof alertKinds;

const kindNames = Object.keys(alertKinds) as AlertKind[];
const graphqlRoots = ['search', 'repository', 'organization', 'viewer', 'node'];
const mostNodes = 100_000;

class AlertReading {
  #kind: AlertKind | undefined;
  #repository: string | undefined;
  readonly #tools = new Set<string>();

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): AlertReading {
    return new AlertReading(sink);
  }

  element(path: ElementPath, value: unknown): void {
    this.#take(objectOf(value), elementPosition(path));
  }

  end(rest: unknown): void {
    const document = objectOf(rest);
    if (document.data !== undefined) {
      this.#graphql(document);
    } else if (document.alert !== undefined) {
      this.#ofRepository(fullName(document.repository));
      this.#take(objectOf(document.alert), 'alert');
      this.#onlySome('a webhook tells of one alert');
    } else if (kindNames.some(kind => document[alertKinds[kind].mark])) {
      this.#take(document, 'the document');
      this.#onlySome('it is one alert');
    } else {
      this.#listed(document);
    }
    this.sink.head({
      tool: this.#tool(textOf(document.tool)),
      scope: '',
      repository: this.#repository,
    });
  }

  /** How the portal hands on what it read of GitHub: an empty list says what it is of, too. */
  #listed(document: Thing): void {
    const kind = textOf(document.kind);
    this.#ofRepository(readRepository(document.repository));
    this.sink.head({ scannedAt: readInstant(document.scannedAt) });
    if (kind === 'settings') {
      const settings = objectOf(document.settings);
      repositoryPractices(settings, objectOf(document.branch)).forEach(
        practice => this.sink.practice(practice),
      );
      this.sink.head({ tool: 'github', tellsFindings: false });
    } else if (kind) {
      this.#kind = kindNames.find(known => known === kind) ?? this.#kind;
    }
  }

  #graphql(document: Thing): void {
    const problems = listOf(document.errors).map(objectOf);
    const lists: Thing[] = [];
    const repositories = new Set<string>();
    findLists(document.data, lists, repositories);
    if (lists.length === 0) {
      throw new InputError(
        `The report is an answer of GitHub's GraphQL API without vulnerabilityAlerts${
          problems[0] ? `: ${wordOf(problems[0].message).slice(0, 200)}` : ''
        }`,
      );
    }
    if (lists.length > 1) {
      throw new InputError(
        `The report is of ${lists.length} repositories: send a report for each, of its own service`,
      );
    }
    this.#kind = 'dependabot';
    this.#ofRepository(
      [...repositories]
        .filter(name => name.includes('/'))
        .map(name => `github.com/${name}`)[0],
    );
    const [{ nodes, edges, pageInfo }] = lists;
    const alerts = Array.isArray(nodes)
      ? nodes
      : listOf(edges).map(edge => objectOf(edge).node);
    for (const [index, alert] of alerts.entries()) {
      this.#give(
        graphqlAlert(objectOf(alert)),
        `vulnerabilityAlerts.nodes[${index}]`,
      );
    }
    if (objectOf(pageInfo).hasNextPage === true) {
      this.#onlySome('it is one page, and more follow (hasNextPage)');
    } else if (problems.length > 0) {
      this.#onlySome('the answer tells errors');
    }
  }

  #take(alert: Thing, position: string): void {
    const kind = kindNames.find(known => alertKinds[known].mark in alert);
    if (!kind) {
      this.sink.reject(
        position,
        'It is no alert of Dependabot, code scanning or secret scanning',
      );
      return;
    }
    this.#kind ??= kind;
    if (kind !== this.#kind) {
      this.sink.reject(
        position,
        `It is an alert of ${kind}, and those before are of ${
          this.#kind
        }: send them apart`,
      );
      return;
    }
    this.#ofRepository(
      fullName(alert.repository) ?? repositoryOfPage(alert.html_url),
    );
    const tool = textOf(objectOf(alert.tool).name);
    if (tool) {
      this.#tools.add(tool);
    }
    this.#give(alertKinds[kind].read(alert), position);
  }

  #give(finding: ParsedFinding | undefined, position: string): void {
    if (finding) {
      this.sink.finding(finding);
    } else {
      this.sink.reject(
        position,
        'It does not say what it is of: advisory and package, rule, or kind of secret',
      );
    }
  }

  #ofRepository(repository: string | undefined): void {
    this.#repository ??= repository;
    if (
      repository &&
      repository.toLowerCase() !== this.#repository?.toLowerCase()
    ) {
      throw new InputError(
        `The report is of several repositories, ${
          this.#repository
        } and ${repository} among them: send a report for each, of its own service`,
      );
    }
  }

  #onlySome(reason: string): void {
    this.sink.head({ outcome: { outcome: 'partial', reason } });
  }

  /** Code scanning shows the alerts of several scanners: those of one are of that one. */
  #tool(told: string | undefined): string | undefined {
    switch (this.#kind) {
      case 'dependabot':
        return 'dependabot';
      case 'secret-scanning':
        return 'github-secret-scanning';
      case 'code-scanning':
        return (
          told ??
          (this.#tools.size === 1
            ? [...this.#tools][0]
            : 'github-code-scanning')
        );
      default:
        return undefined;
    }
  }
}

function findLists(
  value: unknown,
  lists: Thing[],
  repositories: Set<string>,
): void {
  const waiting: unknown[] = [value];
  for (let seen = 0; waiting.length > 0 && seen < mostNodes; seen += 1) {
    const next = waiting.pop();
    if (Array.isArray(next)) {
      waiting.push(...next.slice(0, mostNodes));
      continue;
    }
    const thing = objectOf(next);
    for (const [key, inner] of Object.entries(thing)) {
      if (key === 'vulnerabilityAlerts') {
        lists.push(objectOf(inner));
        repositories.add(
          textOf(thing.nameWithOwner) ?? textOf(thing.name) ?? '',
        );
      } else if (typeof inner === 'object') {
        waiting.push(inner);
      }
    }
  }
}

function fullName(repository: unknown): string | undefined {
  const { html_url: page, full_name: name } = objectOf(repository);
  const plain = textOf(name);
  return readRepository(page) ?? (plain ? `github.com/${plain}` : undefined);
}

/** Of `https://github.com/owner/name/security/dependabot/1`. */
function repositoryOfPage(page: unknown): string | undefined {
  const address = /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/security\//.exec(
    textOf(page)?.slice(0, 500) ?? '',
  )?.[1];
  return readRepository(address);
}

function isAlert(keys: readonly string[] = []): boolean {
  return (
    keys.includes('number') &&
    kindNames.some(kind => keys.includes(alertKinds[kind].mark))
  );
}

function recognise({
  keys,
  isArray,
  firstKeys,
  objectKeys,
  scalars,
}: JsonStart): boolean {
  if (isArray) {
    return isAlert(firstKeys.$);
  }
  return (
    isAlert(keys) ||
    isAlert(objectKeys?.alert) ||
    (scalars.source === 'github' && typeof scalars.kind === 'string') ||
    graphqlRoots.some(root => objectKeys?.data?.includes(root))
  );
}

/**
 * Alerts of Dependabot, code scanning and secret scanning: what the REST API lists, what webhooks tell, and Dependabot's as the
 * GraphQL API answers them.
 */
export const githubAlerts: JsonReportReader = {
  format: 'github-alerts',
  recognise,
  streams: ['$', 'alerts'],
  open: sink => AlertReading.create(sink),
};
