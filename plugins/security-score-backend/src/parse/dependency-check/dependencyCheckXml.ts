import { readInstant } from '../readInstant';
import { readPackageUrl } from '../readPackageUrl';
import type { XmlReportReader } from '../ReportReader';
import type { ParsedFinding, ReportSink } from '../ReportSink';
import {
  childOf,
  childrenIn,
  childText,
  XmlTree,
  type XmlNode,
} from '../xml/XmlTree';
import {
  dependencyCheckVulnerability,
  fixVersionsOf,
} from './dependencyCheckVulnerability';

const lists = ['vulnerability', 'suppressedVulnerability'];

/** Reads a report while it comes in, one dependency after the other. */
class DependencyCheckReading {
  readonly #tree = XmlTree.create(
    [
      'analysis/scanInfo',
      'analysis/projectInfo',
      'analysis/dependencies/dependency',
    ],
    node => this.#node(node),
  );
  #dependencies = 0;

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): DependencyCheckReading {
    return new DependencyCheckReading(sink);
  }

  start(name: string, attributes: Record<string, string>): void {
    this.#tree.start(name, attributes);
  }

  end(_: string, text: string): void {
    this.#tree.end(text);
  }

  finish(): void {
    this.sink.head({ tool: 'dependency-check', tellsFindings: true });
  }

  #node(node: XmlNode): void {
    switch (node.name) {
      case 'scanInfo':
        this.sink.head({
          toolVersion: childText(node, 'engineVersion'),
          outcome:
            childrenIn(node, 'analysisExceptions', 'exception').length > 0
              ? {
                  outcome: 'partial',
                  reason: 'Dependency-Check lists exceptions of its analysis',
                }
              : undefined,
        });
        break;
      case 'projectInfo':
        this.sink.head({
          scannedAt: readInstant(childText(node, 'reportDate')),
        });
        break;
      default:
        this.#dependency(node);
    }
  }

  #dependency(node: XmlNode): void {
    const position = `/analysis/dependencies/dependency[${this.#dependencies}]`;
    this.#dependencies += 1;
    const found = (childOf(node, 'vulnerabilities')?.children ?? []).filter(
      ({ name }) => lists.includes(name),
    );
    if (found.length === 0) {
      return;
    }
    const component = componentOf(node);
    for (const [index, vulnerability] of found.entries()) {
      const finding = dependencyCheckVulnerability(vulnerability);
      if (finding && component) {
        this.sink.finding({
          ...finding,
          package: { ...component, fixVersions: fixVersionsOf(vulnerability) },
        });
      } else {
        this.sink.reject(
          `${position}/vulnerabilities/${vulnerability.name}[${index}]`,
          component ? 'It has no name' : 'Its dependency has no name',
        );
      }
    }
  }
}

/**
 * The package of a dependency, by the first of its package URLs, else by its file, as DLLs and scripts have none. Where it lies on
 * the machine that built it is no path in the repository, and is left out.
 */
function componentOf(node: XmlNode): ParsedFinding['package'] | undefined {
  const purl = childrenIn(node, 'identifiers', 'package')
    .map(item => childText(item, 'id'))
    .find(id => id?.startsWith('pkg:'));
  const read = readPackageUrl(purl);
  if (read) {
    return { ...read, purl };
  }
  const name = childText(node, 'fileName');
  return mavenOf(node) ?? (name === undefined ? undefined : { name });
}

/** What versions before 5 wrote: `group:artifact:version`. */
function mavenOf(node: XmlNode): ParsedFinding['package'] | undefined {
  const [group, artifact, version] = (
    childrenIn(node, 'identifiers', 'identifier')
      .filter(({ attributes }) => attributes.type === 'maven')
      .map(item => childText(item, 'name'))
      .find(Boolean) ?? ''
  ).split(':');
  return group && artifact
    ? { type: 'maven', name: `${group}:${artifact}`, version }
    : undefined;
}

/** OWASP Dependency-Check with `--format XML`. */
export const dependencyCheckXml: XmlReportReader = {
  format: 'dependency-check-xml',
  recognise: ({ name, namespace }) =>
    name === 'analysis' &&
    /dependency-?check/i.test((namespace ?? '').slice(0, 300)),
  open: sink => DependencyCheckReading.create(sink),
};
