import { PackageURL } from 'packageurl-js';

/**
 * A package as the portal names it: its namespace and name in the form its ecosystem uses.
 *
 * @public
 */
export type PackageIdentity = {
  /** The type of the package URL: npm, maven, pypi, golang, apk, deb, ... */
  type: string;
  /** `@scope/name`, `group:artifact`, `github.com/owner/module`; of a distribution's package the name alone. */
  name: string;
  version?: string;
};

const longestPurl = 2000;
/** Their namespace is the distribution, which is no part of the name. */
const distributionTypes = new Set(['apk', 'deb', 'rpm', 'alpm']);

/**
 * Reads a package URL. Undefined where it is none.
 *
 * @public
 */
export function readPurl(text: unknown): PackageIdentity | undefined {
  if (typeof text !== 'string' || text.length > longestPurl) {
    return undefined;
  }
  try {
    const { type, namespace, name, version } = PackageURL.fromString(text);
    if (!type || !name) {
      return undefined;
    }
    return {
      type,
      name: normalisePackageName(joinName(type, namespace, name), type),
      ...(version && { version }),
    };
  } catch {
    return undefined;
  }
}

function joinName(
  type: string,
  namespace: string | null | undefined,
  name: string,
): string {
  if (!namespace || distributionTypes.has(type)) {
    return name;
  }
  return `${namespace}${type === 'maven' ? ':' : '/'}${name}`;
}

/**
 * One name for what ecosystems take for the same: PyPI's `Foo_Bar` and `foo-bar` (PEP 503), npm's and Go's case.
 *
 * @param type - of the package URL; without it nothing but space around the name is taken away.
 * @public
 */
export function normalisePackageName(name: string, type?: string): string {
  const trimmed = name.trim();
  switch (type) {
    case 'pypi':
      return trimmed.replace(/[-_.]+/g, '-').toLocaleLowerCase('en-US');
    case 'npm':
    case 'golang':
    case 'composer':
    case 'apk':
    case 'deb':
      return trimmed.toLocaleLowerCase('en-US');
    case 'maven':
      // Some tools write group/artifact.
      return trimmed.includes(':') ? trimmed : trimmed.replace('/', ':');
    default:
      return trimmed;
  }
}

/**
 * The form of a name by which findings of one package are told, whether or not a report says of which type it is: letter case, and
 * what separates the words of a name, do not count.
 *
 * @public
 */
export function packageKey(name: string): string {
  return name
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[-_.]+/g, '-')
    .replace(/[:/]/g, '/');
}

/**
 * The form of a version by which findings of one package are told: of `v1.3.1` and `go1.20.1`, as some tools write what others call
 * `1.3.1` and `1.20.1`, the number counts.
 *
 * @public
 */
export function versionKey(version: string): string {
  return version.trim().replace(/^(?:v|go)(?=\d)/, '');
}

/** Types of package URLs by the names that tools have for ecosystems. */
const ecosystems: Record<string, string> = {
  npm: 'npm',
  yarn: 'npm',
  pnpm: 'npm',
  javascript: 'npm',
  node: 'npm',
  'node-pkg': 'npm',
  maven: 'maven',
  java: 'maven',
  pom: 'maven',
  jar: 'maven',
  gradle: 'maven',
  'java-archive': 'maven',
  pypi: 'pypi',
  pip: 'pypi',
  python: 'pypi',
  poetry: 'pypi',
  pipenv: 'pypi',
  'python-pkg': 'pypi',
  uv: 'pypi',
  go: 'golang',
  golang: 'golang',
  gomod: 'golang',
  gobinary: 'golang',
  'go-module': 'golang',
  rubygems: 'gem',
  gem: 'gem',
  bundler: 'gem',
  gemspec: 'gem',
  nuget: 'nuget',
  dotnet: 'nuget',
  packagist: 'composer',
  composer: 'composer',
  php: 'composer',
  'crates.io': 'cargo',
  cargo: 'cargo',
  rust: 'cargo',
  'rust-crate': 'cargo',
  alpine: 'apk',
  apk: 'apk',
  debian: 'deb',
  ubuntu: 'deb',
  deb: 'deb',
  dpkg: 'deb',
  redhat: 'rpm',
  centos: 'rpm',
  rocky: 'rpm',
  alma: 'rpm',
  amazon: 'rpm',
  oracle: 'rpm',
  fedora: 'rpm',
  rpm: 'rpm',
  hex: 'hex',
  pub: 'pub',
  swift: 'swift',
  cocoapods: 'cocoapods',
  actions: 'github',
  'github actions': 'github',
};

/**
 * The type of the package URL for what a tool calls an ecosystem (`Alpine:v3.10`, `gomod`, `PyPI`); undefined where it is not known.
 *
 * @public
 */
export function packageTypeOf(ecosystem: unknown): string | undefined {
  if (typeof ecosystem !== 'string') {
    return undefined;
  }
  const word = ecosystem.split(':')[0].trim().toLocaleLowerCase('en-US');
  return Object.hasOwn(ecosystems, word) ? ecosystems[word] : undefined;
}

/** Whether packages of a type belong to the system of an image rather than to a lock file. @public */
export function isDistributionPackage(type: string | undefined): boolean {
  return type !== undefined && distributionTypes.has(type);
}
