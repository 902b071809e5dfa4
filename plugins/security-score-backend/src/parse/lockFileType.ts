const byName: Array<[RegExp, string]> = [
  [
    /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/,
    'npm',
  ],
  [
    /^(?:requirements.*\.(?:txt|in)|pipfile(?:\.lock)?|poetry\.lock|uv\.lock|pylock.*\.toml|pyproject\.toml|setup\.py)$/,
    'pypi',
  ],
  [/^go\.(?:mod|sum)$/, 'golang'],
  [
    /^(?:pom\.xml|.*gradle\.lockfile|build\.gradle(?:\.kts)?|build\.sbt|.*\.(?:jar|war|ear))$/,
    'maven',
  ],
  [/^(?:gemfile(?:\.lock)?|.*\.gemspec)$/, 'gem'],
  [/^cargo\.(?:lock|toml)$/, 'cargo'],
  [/^(?:composer\.(?:lock|json)|installed\.json)$/, 'composer'],
  [
    /^(?:packages\.lock\.json|packages\.config|directory\.packages\.props|.*\.(?:cs|fs|vb)proj|.*\.deps\.json)$/,
    'nuget',
  ],
  [/^mix\.(?:lock|exs)$/, 'hex'],
  [/^pubspec\.(?:lock|yaml)$/, 'pub'],
  [/^package\.(?:resolved|swift)$/, 'swift'],
  [/^podfile(?:\.lock)?$/, 'cocoapods'],
  [/^conan\.lock$/, 'conan'],
];

/** The type of the packages that a lock file or manifest names, by its own name. */
export function lockFileType(path: string | undefined): string | undefined {
  const name = path
    ?.slice(path.lastIndexOf('/') + 1)
    .slice(0, 200)
    .toLowerCase();
  return name && byName.find(([pattern]) => pattern.test(name))?.[1];
}
