import { isDistributionPackage } from '@portal/plugin-security-score-common';
import { imageScope } from '../imageScope';
import { elementPosition } from '../json/elementPosition';
import { listOf, objectOf, textOf } from '../json/objectOf';
import { readPath } from '../readPath';
import type { ElementPath, JsonReportReader, JsonStart } from '../ReportReader';
import type { ParsedFinding, ParsedHead, ReportSink } from '../ReportSink';
import { snykPackageType, snykVulnerability } from './snykVulnerability';
import { snykSetting } from './snykSetting';

type Thing = Record<string, unknown>;
type Kept = { finding: ParsedFinding; times: number };

/**
 * Snyk writes what a project is after its vulnerabilities, so that they are kept until it is known; and each of them once for every
 * way to the component, so that they are kept once, and counted.
 */
class SnykReading {
  readonly #found = new Map<string, Kept>();
  readonly #descriptions = new Map<string, string>();
  #projects = 0;
  #licences = 0;
  #settings = 0;
  #scope?: string;
  readonly #errors: string[] = [];

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): SnykReading {
    return new SnykReading(sink);
  }

  element(path: ElementPath, value: unknown): void {
    if (path.stream === '$') {
      this.#project(objectOf(value), elementPosition(path));
    } else {
      this.#vulnerability(value, elementPosition(path));
    }
  }

  end(rest: unknown): void {
    if (!Array.isArray(rest)) {
      this.#project(objectOf(rest), '');
    }
    if (this.#licences > 0) {
      this.sink.note(
        `${
          this.#licences
        } findings about licences were left out: licences are read from inventories`,
      );
    }
    this.sink.head({
      tool: this.#settings > 0 ? 'snyk-iac' : 'snyk',
      scope: this.#scope ?? '',
      outcome: this.#outcome(),
      tellsFindings: true,
    });
  }

  #outcome(): ParsedHead['outcome'] {
    if (this.#errors.length === 0) {
      return undefined;
    }
    return {
      outcome: this.#errors.length === this.#projects ? 'failed' : 'partial',
      reason: `Snyk could not test ${this.#errors.length} of ${
        this.#projects
      } projects: ${this.#errors[0]}`.slice(0, 300),
    };
  }

  #vulnerability(value: unknown, position: string): void {
    if (objectOf(value).type === 'license') {
      this.#licences += 1;
      return;
    }
    const finding = snykVulnerability(value);
    if (!finding) {
      this.sink.reject(position, 'It has no id, or names no package');
      return;
    }
    this.#keep(finding);
  }

  #keep(finding: ParsedFinding): void {
    const { name, description, package: of } = finding;
    const key = JSON.stringify([name, of?.name, of?.version]);
    const same = this.#found.get(key);
    if (same) {
      const { package: known, suppressed } = same.finding;
      same.times += 1;
      same.finding = {
        ...same.finding,
        package: {
          ...known!,
          direct: known?.direct === true || of?.direct || known?.direct,
        },
        suppressed: suppressed && finding.suppressed,
      };
      return;
    }
    // Texts are long and the same for each component an issue is about.
    const text = this.#descriptions.get(name) ?? description;
    if (text !== undefined) {
      this.#descriptions.set(name, text);
    }
    this.#found.set(key, {
      finding: { ...finding, description: text },
      times: 1,
    });
  }

  #project(project: Thing, position: string): void {
    this.#projects += 1;
    const error =
      textOf(project.error) ?? textOf(objectOf(project.error).message);
    if (error !== undefined && project.vulnerabilities === undefined) {
      this.#errors.push(error);
    }
    const at = position ? `${position}.` : '';
    this.#ignored(project, at);
    const manager = snykPackageType(project.packageManager);
    this.#scope ??= scopeOf(project);
    const path = isDistributionPackage(manager)
      ? undefined
      : readPath(project.displayTargetFile ?? project.targetFile);
    for (const { finding, times } of this.#found.values()) {
      const type = finding.package!.type ?? manager;
      const placed = {
        ...finding,
        package: { ...finding.package!, type },
        path: isDistributionPackage(type) ? undefined : path,
      };
      for (let time = 0; time < times; time += 1) {
        this.sink.finding(placed);
      }
    }
    this.#found.clear();
    if (Array.isArray(project.infrastructureAsCodeIssues)) {
      this.#settings += 1;
      this.#settingsOf(project, at);
    }
    for (const [index, application] of listOf(project.applications).entries()) {
      this.#application(objectOf(application), `${at}applications[${index}]`);
    }
  }

  /** What a policy of Snyk leaves out is listed apart from the rest. */
  #ignored(project: Thing, at: string): void {
    for (const [index, value] of listOf(
      objectOf(project.filtered).ignore,
    ).entries()) {
      if (objectOf(value).type === 'license') {
        continue;
      }
      const finding = snykVulnerability(value);
      if (!finding) {
        this.sink.reject(
          `${at}filtered.ignore[${index}]`,
          'It has no id, or names no package',
        );
        continue;
      }
      const why = objectOf(
        listOf(objectOf(objectOf(value).filtered).ignored)[0],
      );
      this.#keep({
        ...finding,
        suppressed: { reason: textOf(why.reason) ?? 'ignored in Snyk' },
      });
    }
  }

  #settingsOf(project: Thing, at: string): void {
    const issues = listOf(project.infrastructureAsCodeIssues);
    for (const [index, value] of issues.entries()) {
      const finding = snykSetting(value, project);
      if (finding) {
        this.sink.finding(finding);
      } else {
        this.sink.reject(
          `${at}infrastructureAsCodeIssues[${index}]`,
          'It has no id',
        );
      }
    }
  }

  /** The lock files in an image, which are not streamed: they have no long lists. */
  #application(application: Thing, position: string): void {
    for (const [index, value] of listOf(
      application.vulnerabilities,
    ).entries()) {
      this.#vulnerability(value, `${position}.vulnerabilities[${index}]`);
    }
    this.#project({ ...application, applications: undefined }, position);
  }
}

/** An image by the name of its project, as its path can have the project of an application behind the tag. */
function scopeOf(project: Thing): string | undefined {
  if (project.docker === undefined) {
    return undefined;
  }
  const image =
    /^docker-image\|(.{1,300})$/.exec(textOf(project.projectName) ?? '')?.[1] ??
    textOf(project.path);
  return image && imageScope(image);
}

/** Others write lists of vulnerabilities, too: those of Snyk are known by their own members, and none by what it says of the project. */
function isSnyk({ keys, isArray, firstKeys }: JsonStart): boolean {
  const own = isArray ? firstKeys.$ ?? [] : keys;
  if (own.includes('infrastructureAsCodeIssues')) {
    return true;
  }
  if (own.includes('error') && own.includes('path') && own.includes('ok')) {
    return true;
  }
  const list = isArray ? '$[*].vulnerabilities' : 'vulnerabilities';
  return (
    own.includes('vulnerabilities') &&
    ((own.includes('ok') && own.includes('dependencyCount')) ||
      ['CVSSv3', 'semver', 'upgradePath', 'isUpgradable'].some(key =>
        (firstKeys[list] ?? []).includes(key),
      ))
  );
}

/** `snyk test --json`, of one project or of all, `snyk container test --json` and `snyk iac test --json`. */
export const snykJson: JsonReportReader = {
  format: 'snyk-json',
  recognise: isSnyk,
  streams: ['vulnerabilities', '$', '$[*].vulnerabilities'],
  open: sink => SnykReading.create(sink),
};
