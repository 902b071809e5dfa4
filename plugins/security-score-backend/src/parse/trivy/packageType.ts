const types: Record<string, string[]> = {
  apk: ['alpine', 'wolfi', 'chainguard', 'minimos'],
  deb: ['debian', 'ubuntu', 'echo'],
  rpm: [
    'redhat',
    'centos',
    'rocky',
    'alma',
    'amazon',
    'oracle',
    'fedora',
    'photon',
    'cbl-mariner',
    'azurelinux',
    'opensuse',
    'opensuse.leap',
    'opensuse.tumbleweed',
    'opensuse-leap',
    'opensuse-tumbleweed',
    'suse linux enterprise server',
    'sles',
    'slem',
  ],
  bitnami: ['bitnami'],
  npm: ['npm', 'yarn', 'pnpm', 'bun', 'node-pkg', 'javascript'],
  pypi: ['pip', 'pipenv', 'poetry', 'uv', 'pylock', 'python-pkg'],
  conda: ['conda-pkg', 'conda-environment'],
  golang: ['gomod', 'gobinary'],
  maven: ['pom', 'jar', 'gradle', 'sbt'],
  gem: ['bundler', 'gemspec'],
  cargo: ['cargo', 'rustbinary', 'rust-binary'],
  composer: ['composer', 'composer-vendor'],
  nuget: ['nuget', 'dotnet-core', 'packages-props'],
  conan: ['conan'],
  hex: ['hex', 'mix'],
  pub: ['pub'],
  swift: ['swift'],
  cocoapods: ['cocoapods'],
  julia: ['julia'],
};

const byName = new Map(
  Object.entries(types).flatMap(([type, names]) =>
    names.map(name => [name, type] as const),
  ),
);

/** The type of the package URL of what Trivy calls a result's type. */
export function packageType(type: unknown): string | undefined {
  return typeof type === 'string' ? byName.get(type.toLowerCase()) : undefined;
}
