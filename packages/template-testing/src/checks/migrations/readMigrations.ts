import { textOf, type TreeFile } from '../../files/FileTree';

/** One step of a database's history. */
export interface Migration {
  /** The file of the way up. */
  file: string;
  version: string;
  up: string;
  /** Undefined where there is no way back. */
  down?: string;
}

// dbmate, goose, and node-pg-migrate write both ways into one file.
const upMark = /^--\s*(migrate:up|\+goose up|up migration)\b.*$/im;
const downMark = /^--\s*(migrate:down|\+goose down|down migration)\b.*$/im;

/** Reads migrations in the order of their names: `x.up.sql` with `x.down.sql`, `V1__x.sql` with `U1__x.sql`, or files with marks. */
export function readMigrations(files: TreeFile[]): Migration[] {
  return files
    .filter(file => !isWayDown(file.path))
    .map(file => readMigration(file, files))
    .sort((a, b) => compareVersions(a.version, b.version));
}

function readMigration(file: TreeFile, files: TreeFile[]): Migration {
  const text = textOf(file) ?? '';
  const version = nameOf(file.path);
  const found = text.match(downMark);
  if (upMark.test(text)) {
    const begin = text.search(upMark);
    return {
      file: file.path,
      version,
      up: text.slice(begin, found?.index),
      down: found ? text.slice(found.index) : undefined,
    };
  }
  const back = files.find(other => other.path === wayDownOf(file.path));
  return {
    file: file.path,
    version,
    up: text,
    down: back && textOf(back),
  };
}

function isWayDown(path: string): boolean {
  return /\.down\.sql$/.test(path) || /^U\d/.test(nameOf(path));
}

function wayDownOf(path: string): string {
  return /\.up\.sql$/.test(path)
    ? path.replace(/\.up\.sql$/, '.down.sql')
    : path.replace(/(^|\/)V(?=\d[^/]*$)/, '$1U');
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

// V10 comes after V2.
function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
