import type { FindingKind } from '@portal/plugin-security-score-common';
import { listOf, numberOf, objectOf, textOf, wordOf } from '../json/objectOf';
import { lockFileType } from '../lockFileType';
import { readPath } from '../readPath';
import { readSeverity } from '../readSeverity';
import type { ParsedFinding } from '../ReportSink';
import { packageType } from '../trivy/packageType';

type Thing = Record<string, unknown>;

const advisories = ['cve', 'ghsa', 'gms', 'osv', 'pysec', 'rustsec', 'go'];
const upgrade =
  /^upgrade (?:(?:package )?\S{1,200} )?to (?:versions? )?(\d[\w.+~:-]{0,100}|v\d[\w.+~:-]{0,100})/i;

/** What a GitLab report is of: `sast`, `container_scanning`, ...; absent where only the entry itself can tell. */
export function gitlabFinding(
  value: unknown,
  scanType: string | undefined,
): ParsedFinding | undefined {
  const entry = objectOf(value);
  const location = objectOf(entry.location);
  const identifiers = listOf(entry.identifiers).map(objectOf);
  const type = scanType ?? textOf(entry.category);
  const kind = kindOf(type, location);
  const first = identifiers[0] ?? {};
  const name =
    (kind === 'vulnerability'
      ? advisories.map(advisory => valueOf(identifiers, advisory)).find(Boolean)
      : undefined) ??
    textOf(first.value) ??
    textOf(first.name) ??
    (kind === 'secret' ? 'secret' : textOf(entry.name));
  if (name === undefined) {
    return undefined;
  }
  const line = numberOf(location.start_line);
  return {
    kind,
    name,
    title: textOf(entry.name) ?? textOf(entry.message) ?? name,
    description: [entry.description, entry.solution]
      .map(textOf)
      .filter(Boolean)
      .join('\n\n'),
    aliases:
      kind === 'vulnerability'
        ? advisories.flatMap(advisory => valueOf(identifiers, advisory) ?? [])
        : undefined,
    package: kind === 'vulnerability' ? packageOf(entry, location) : undefined,
    path:
      kind === 'vulnerability' && textOf(location.image)
        ? undefined
        : readPath(textOf(location.file)) ??
          (type === 'dast' ? readPath(location.path) : undefined),
    line: kind === 'vulnerability' ? undefined : line,
    fingerprint: fingerprint(kind, entry, location, line),
    severity: readSeverity(entry.severity),
    cvssVectors: listOf(entry.cvss_vectors).flatMap(
      item => textOf(objectOf(item).vector) ?? [],
    ),
    cwes: identifiers
      .filter(identifier => wordOf(identifier.type).toLowerCase() === 'cwe')
      .map(
        identifier => `CWE-${wordOf(identifier.value).replace(/^cwe-/i, '')}`,
      ),
    links: [
      ...identifiers.map(identifier => identifier.url),
      ...listOf(entry.links).map(link => objectOf(link).url),
    ].filter((url): url is string => typeof url === 'string'),
  };
}

function kindOf(type: string | undefined, location: Thing): FindingKind {
  switch (type) {
    case 'secret_detection':
      return 'secret';
    case 'dependency_scanning':
    case 'container_scanning':
    case 'cluster_image_scanning':
      return 'vulnerability';
    default:
      return location.dependency === undefined ? 'code' : 'vulnerability';
  }
}

function valueOf(identifiers: Thing[], type: string): string | undefined {
  return textOf(
    identifiers.find(
      identifier => wordOf(identifier.type).toLowerCase() === type,
    )?.value,
  );
}

function packageOf(entry: Thing, location: Thing): ParsedFinding['package'] {
  const dependency = objectOf(location.dependency);
  const name = textOf(objectOf(dependency.package).name);
  const system = textOf(location.operating_system)?.split(' ', 1)[0];
  const fixed = upgrade.exec((textOf(entry.solution) ?? '').slice(0, 600))?.[1];
  return name === undefined
    ? undefined
    : {
        type: packageType(system) ?? lockFileType(readPath(location.file)),
        name,
        version: textOf(dependency.version),
        direct:
          typeof dependency.direct === 'boolean'
            ? dependency.direct
            : undefined,
        fixVersions: fixed ? [fixed.replace(/[.,;]$/, '')] : [],
      };
}

/** Where GitLab tracks a finding through changes of its file; for a secret of the history its commit. */
function fingerprint(
  kind: FindingKind,
  entry: Thing,
  location: Thing,
  line: number | undefined,
): string | undefined {
  if (kind === 'secret') {
    const sha = textOf(objectOf(location.commit).sha);
    return sha && /^(?!0+$)[0-9a-f]{7,64}$/i.test(sha)
      ? `${sha.slice(0, 40)}:${line ?? ''}`
      : undefined;
  }
  if (kind !== 'code') {
    return undefined;
  }
  const signatures = listOf(objectOf(entry.tracking).items).flatMap(item =>
    listOf(objectOf(item).signatures).map(objectOf),
  );
  const best =
    signatures.find(({ algorithm }) => algorithm === 'scope_offset') ??
    signatures[0];
  const [url, method, parameter] = [
    location.path,
    location.method,
    location.param,
  ].map(textOf);
  return (
    textOf(best?.value) ??
    (url && method ? [method, parameter].filter(Boolean).join(' ') : undefined)
  );
}
