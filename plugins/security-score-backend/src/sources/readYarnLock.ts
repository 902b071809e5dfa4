/** A package that a lock file of Yarn settles on. */
export type LockedPackage = {
  name: string;
  version: string;
  /** A workspace of the repository asks for it itself. */
  direct: boolean;
};

type Entry = {
  descriptors: string[];
  version?: string;
  resolution?: string;
  dependencies: string[];
};

const pair = /^ {2,4}"?([^":]{1,300})"?: "?([^"]{1,500})"?$/;

/**
 * Reads a lock file of Yarn 2 and later, which is YAML of one shape only, line by line. Packages of the repository itself are left out.
 */
export function readYarnLock(text: string): LockedPackage[] {
  const entries = readEntries(text);
  const asked = new Set(
    entries.filter(isWorkspace).flatMap(({ dependencies }) => dependencies),
  );
  const packages = new Map<string, LockedPackage>();
  for (const entry of entries) {
    const name = /^(@?[^@]+)@/.exec(entry.resolution ?? '')?.[1];
    if (!name || !entry.version || isWorkspace(entry)) {
      continue;
    }
    const key = `${name}@${entry.version}`;
    const known = packages.get(key);
    packages.set(key, {
      name,
      version: entry.version,
      direct:
        known?.direct === true ||
        entry.descriptors.some(descriptor => asked.has(descriptor)),
    });
  }
  return [...packages.values()];
}

function readEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let section = '';
  for (const line of text.split('\n')) {
    const entry = entries.at(-1);
    if (/^\S.*:$/.test(line) && !line.startsWith('#')) {
      entries.push({
        descriptors: line.slice(0, -1).replaceAll('"', '').split(', '),
        dependencies: [],
      });
      section = '';
    } else if (entry && /^ {2}\S.*:$/.test(line)) {
      section = line.trim().slice(0, -1);
    } else if (entry) {
      const [, key, value] = pair.exec(line) ?? [];
      const isDeep = line.startsWith('    ');
      if (key && isDeep && section === 'dependencies') {
        entry.dependencies.push(`${key}@${value}`);
      } else if (key === 'version' && !isDeep) {
        entry.version = value;
      } else if (key === 'resolution' && !isDeep) {
        entry.resolution = value;
      }
    }
  }
  return entries;
}

function isWorkspace({ resolution = '' }: Entry): boolean {
  return resolution.includes('@workspace:');
}
