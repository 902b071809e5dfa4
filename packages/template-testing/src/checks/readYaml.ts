import {
  type Document,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
} from 'yaml';
import { textOf, type TreeFile } from '../files/FileTree';

/** A mapping of YAML, as plain values. */
export type YamlObject = Record<string, unknown>;

/** One document of a YAML file. */
export interface YamlDocument {
  value: YamlObject;
  /** The line of what a path leads to, or of the nearest thing above it that is there. */
  lineOf(...path: (string | number)[]): number;
}

// Several checks look into the same file to see whether it is theirs.
const known = new WeakMap<TreeFile, YamlDocument[]>();

/** The documents of a file that are mappings. What is no YAML has none: another check says so. */
export function readYaml(file: TreeFile): YamlDocument[] {
  const documents = known.get(file) ?? parseFile(file);
  known.set(file, documents);
  return documents;
}

function parseFile(file: TreeFile): YamlDocument[] {
  const lineCounter = new LineCounter();
  const documents = [
    parseAllDocuments(textOf(file) ?? '', {
      lineCounter,
      logLevel: 'silent',
      merge: true,
    }),
  ].flat() as Document.Parsed[];
  return documents
    .filter(document => !document.errors.length && isMap(document.contents))
    .map(document => ({
      value: document.toJS({ maxAliasCount: 1000 }) as YamlObject,
      lineOf: (...path) => lineCounter.linePos(offsetOf(document, path)).line,
    }));
}

function offsetOf(
  document: Document.Parsed,
  path: (string | number)[],
): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(
          item => isScalar(item.key) && String(item.key.value) === String(key),
        )
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)
      ?.range;
    if (range) {
      return range[0];
    }
  }
  return document.contents?.range?.[0] ?? 0;
}

/** A value as a mapping; an empty one where it is none. */
export function asObject(value: unknown): YamlObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as YamlObject)
    : {};
}

/** A value as a list: itself, alone, or nothing. */
export function asArray(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return value === undefined || value === null ? [] : [value];
}

/** A value as a list of texts. */
export function asTexts(value: unknown): string[] {
  return asArray(value).filter(
    (item): item is string => typeof item === 'string',
  );
}
