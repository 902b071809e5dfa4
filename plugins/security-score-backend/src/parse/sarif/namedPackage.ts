import { readPackageUrl } from '../readPackageUrl';
import type { ParsedFinding } from '../ReportSink';

/** What the message of a scanner of packages says. SARIF itself has no place for it. */
export type NamedPackage = {
  package: ParsedFinding['package'];
  aliases?: string[];
  /** The severity as the tool writes it. */
  severity?: string;
};

type Reading = { pattern: RegExp; read(match: RegExpExecArray): NamedPackage };

const line = (name: string) =>
  new RegExp(`(?:^|\\n)[ \\t]*${name}[ \\t]*:[ \\t]*([^\\n]{1,400})`);
const inLines = {
  package: line('Package'),
  installed: line('Installed Version'),
  fixed: line('Fixed [Vv]ersion'),
  severity: line('Severity'),
};

const grypeTypes = new Map([
  ['python', 'pypi'],
  ['java-archive', 'maven'],
  ['go-module', 'golang'],
  ['rust-crate', 'cargo'],
  ['php-composer', 'composer'],
  ['dotnet', 'nuget'],
]);

const sentences: Reading[] = [
  {
    // OSV-Scanner
    pattern:
      /^Package '([^'\n]{1,300})@([^'@\n]{1,100})' is vulnerable to '[^']{1,100}'(?: \(also known as ([^)]{1,500})\))?/,
    read: ([, name, version, also]) => ({
      package: { name, version },
      aliases: [...(also ?? '').matchAll(/'([^']{1,100})'/g)].map(
        ([, id]) => id,
      ),
    }),
  },
  {
    // Grype, since 0.66
    pattern:
      /^A (\w{1,20}) vulnerability in (\S{1,40}) package: (\S{1,300}), version (\S{1,100}) was found/,
    read: ([, severity, type, name, version]) => ({
      package: { type: grypeTypes.get(type) ?? type, name, version },
      severity,
    }),
  },
  {
    // Grype before
    pattern:
      /reports (\S{1,300}) at version (\S{1,100}) {1,4}which would result in a vulnerable \((\S{1,40})\) package/,
    read: ([, name, version, type]) => ({
      package: { type: grypeTypes.get(type) ?? type, name, version },
    }),
  },
  {
    // Snyk
    pattern:
      /^This file introduces a vulnerable (\S{1,300}) package with a (\w{1,20}) severity/,
    read: ([, name, severity]) => ({ package: { name }, severity }),
  },
];

/** The package a message names: Trivy's lines, Docker Scout's, or one of the known sentences. */
export function namedPackage(message: string): NamedPackage | undefined {
  const text = message.slice(0, 4000);
  const name = inLines.package.exec(text)?.[1].trim();
  if (name) {
    const purl = name.startsWith('pkg:') ? name : undefined;
    const parts = readPackageUrl(purl);
    const fixed = inLines.fixed.exec(text)?.[1].trim();
    return {
      package: {
        type: parts?.type,
        name: parts?.name ?? name,
        version: inLines.installed.exec(text)?.[1].trim() ?? parts?.version,
        purl,
        fixVersions:
          fixed && !/^not /i.test(fixed)
            ? fixed.split(',').map(version => version.trim())
            : [],
      },
      severity: inLines.severity.exec(text)?.[1].trim(),
    };
  }
  for (const { pattern, read } of sentences) {
    const match = pattern.exec(text);
    if (match) {
      return read(match);
    }
  }
  return undefined;
}
