// What package managers allow in names; a name with anything else is not put into a command line.
const plainName = /^@?[\w.][\w./:~-]*$/;

/**
 * The line that adds a library to a project; undefined where the ecosystem has none or the name is not plain.
 */
export function installCommand(options: {
  ecosystem?: string;
  packageName?: string;
  version?: string;
}): string | undefined {
  const { ecosystem, packageName, version } = options;
  if (!packageName || !plainName.test(packageName)) {
    return undefined;
  }
  switch (ecosystem) {
    case 'npm':
      return `npm install ${packageName}`;
    case 'maven':
      return `implementation("${packageName}:${version ?? '+'}")`;
    case 'pypi':
      return `pip install ${packageName}`;
    case 'nuget':
      return `dotnet add package ${packageName}`;
    case 'go':
      return `go get ${packageName}@latest`;
    case 'cargo':
      return `cargo add ${packageName}`;
    case 'rubygems':
      return `bundle add ${packageName}`;
    default:
      return undefined;
  }
}
