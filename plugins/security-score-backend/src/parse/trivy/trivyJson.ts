import { InputError } from '@backstage/errors';
import { imageScope } from '../imageScope';
import { elementPosition } from '../json/elementPosition';
import {
  listOf,
  numberOf,
  objectOf,
  textOf,
  textsOf,
  wordOf,
} from '../json/objectOf';
import { readInstant } from '../readInstant';
import { readPath } from '../readPath';
import { readRepository } from '../readRepository';
import { readSeverity } from '../readSeverity';
import type { ElementPath, JsonReportReader } from '../ReportReader';
import type { ParsedFinding, ReportSink } from '../ReportSink';
import { packageType } from './packageType';
import { trivyVulnerability, type TrivyResult } from './trivyVulnerability';

const lists = [
  'Vulnerabilities',
  'Misconfigurations',
  'Secrets',
  'Licenses',
  'Packages',
  'ExperimentalModifiedFindings',
];

const modifiedReaders = new Map([
  ['vulnerability', trivyVulnerability],
  ['misconfiguration', misconfiguration],
  ['secret', secret],
]);

class TrivyReading {
  #licences = 0;
  #isInventory = false;
  readonly #held: Array<{
    path: ElementPath;
    value: unknown;
    around: unknown[];
  }> = [];

  private constructor(private readonly sink: ReportSink) {}

  static create(sink: ReportSink): TrivyReading {
    return new TrivyReading(sink);
  }

  element(path: ElementPath, value: unknown, around: unknown[]): void {
    const result = objectOf(around.at(-1));
    // Trivy writes what a result is of before its lists. Another writer of JSON may not have, and then the end is waited for.
    if (textOf(result.Target) === undefined && this.#held.length < 200_000) {
      this.#held.push({ path, value, around });
      return;
    }
    this.#take(path, value, result);
  }

  end(rest: unknown): void {
    for (const { path, value, around } of this.#held) {
      this.#take(path, value, objectOf(around.at(-1)));
    }
    const document = objectOf(rest);
    if (
      (document.Results ?? null) !== null &&
      !Array.isArray(document.Results)
    ) {
      throw new InputError(
        'Results of the Trivy report is no array: have trivy write it with --format json',
      );
    }
    if (this.#licences > 0) {
      this.sink.note(
        `${
          this.#licences
        } findings about licences were left out: licences are read from inventories`,
      );
    }
    const name = textOf(document.ArtifactName);
    const type = textOf(document.ArtifactType);
    const metadata = objectOf(document.Metadata);
    const isImage = type === 'container_image' || type === 'image';
    this.sink.head({
      tool: 'trivy',
      toolVersion: textOf(objectOf(document.Trivy).Version),
      scannedAt: readInstant(document.CreatedAt),
      scope: isImage && name ? imageScope(name) : '',
      repository: isImage
        ? undefined
        : readRepository(metadata.RepoURL) ?? readRepository(name),
      isInventory: this.#isInventory || undefined,
      tellsFindings: true,
    });
  }

  #take(
    path: ElementPath,
    value: unknown,
    { Target, Class, Type }: Record<string, unknown>,
  ): void {
    const result = {
      target: textOf(Target) ?? '',
      class: textOf(Class) ?? '',
      type: textOf(Type) ?? '',
    };
    switch (path.stream.slice(path.stream.lastIndexOf('.') + 1)) {
      case 'Vulnerabilities':
        this.#add(path, trivyVulnerability(value, result));
        break;
      case 'Misconfigurations':
        this.#misconfiguration(path, value, result);
        break;
      case 'Secrets':
        this.#add(path, secret(value, result));
        break;
      case 'Licenses':
        this.#licences += 1;
        break;
      case 'Packages':
        this.#package(path, value, result);
        break;
      default:
        this.#modified(path, value, result);
    }
  }

  #add(path: ElementPath, finding: ParsedFinding | undefined): void {
    if (finding) {
      this.sink.finding(finding);
    } else {
      this.sink.reject(
        elementPosition(path),
        'It does not say what was found: it has no identifier, or names no package',
      );
    }
  }

  #misconfiguration(
    path: ElementPath,
    value: unknown,
    result: TrivyResult,
  ): void {
    const status = objectOf(value).Status;
    if (status === 'PASS') {
      return;
    }
    const finding = misconfiguration(value, result);
    this.#add(
      path,
      finding && status === 'EXCEPTION'
        ? { ...finding, suppressed: { reason: 'an exception of Trivy' } }
        : finding,
    );
  }

  #package(path: ElementPath, value: unknown, result: TrivyResult): void {
    const entry = objectOf(value);
    const name = textOf(entry.Name);
    if (!name) {
      this.sink.reject(elementPosition(path), 'It names no package');
      return;
    }
    this.#isInventory = true;
    const purl = textOf(objectOf(entry.Identifier).PURL);
    const relationship = textOf(entry.Relationship);
    this.sink.component({
      purl,
      type: packageType(result.type) ?? 'generic',
      name,
      version: textOf(entry.Version),
      licences: textsOf(entry.Licenses),
      direct:
        relationship === undefined || relationship === 'unknown'
          ? undefined
          : relationship === 'direct',
    });
  }

  /** What `--show-suppressed` adds: findings that a file of exceptions or VEX takes out. */
  #modified(path: ElementPath, value: unknown, result: TrivyResult): void {
    const entry = objectOf(value);
    const found = modifiedReaders.get(wordOf(entry.Type));
    if (!found) {
      return;
    }
    const finding = found(entry.Finding, result);
    this.#add(
      path,
      finding && {
        ...finding,
        suppressed: {
          reason: [entry.Status, entry.Statement, entry.Source]
            .map(textOf)
            .filter(Boolean)
            .join(': '),
        },
      },
    );
  }
}

function misconfiguration(
  value: unknown,
  result: TrivyResult,
): ParsedFinding | undefined {
  const entry = objectOf(value);
  const name = textOf(entry.ID) ?? textOf(entry.AVDID);
  if (!name) {
    return undefined;
  }
  const cause = objectOf(entry.CauseMetadata);
  const line = numberOf(cause.StartLine);
  return {
    kind: 'misconfiguration',
    name,
    title: textOf(entry.Title) ?? name,
    description: [entry.Message, entry.Description, entry.Resolution]
      .map(textOf)
      .filter(Boolean)
      .join('\n\n'),
    path: readPath(result.target),
    line: line || undefined,
    fingerprint: line ? undefined : textOf(cause.Resource),
    severity: readSeverity(entry.Severity),
    links: [
      textOf(entry.PrimaryURL) ?? '',
      ...textsOf(listOf(entry.References)),
    ],
  };
}

/** What was matched is masked by Trivy already, and is left out all the same. */
function secret(
  value: unknown,
  result: TrivyResult,
): ParsedFinding | undefined {
  const entry = objectOf(value);
  const name = textOf(entry.RuleID);
  return name === undefined
    ? undefined
    : {
        kind: 'secret',
        name,
        title: textOf(entry.Title) ?? name,
        path: readPath(result.target),
        line: numberOf(entry.StartLine) || undefined,
        severity: readSeverity(entry.Severity),
      };
}

/** Trivy's own JSON: `trivy image|fs|repo|config --format json`, and the one of a cluster. */
export const trivyJson: JsonReportReader = {
  format: 'trivy-json',
  recognise: ({ keys, scalars, isArray }) =>
    !isArray &&
    ((typeof scalars.SchemaVersion === 'number' &&
      ['ArtifactName', 'ArtifactType', 'Results'].some(key =>
        keys.includes(key),
      )) ||
      (keys.includes('ClusterName') &&
        (keys.includes('Resources') || keys.includes('Findings')))),
  streams: ['Results', 'Resources[*].Results'].flatMap(results =>
    lists.map(list => `${results}[*].${list}`),
  ),
  open: sink => TrivyReading.create(sink),
};
