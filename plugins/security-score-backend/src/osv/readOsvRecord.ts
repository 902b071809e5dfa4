import {
  normalisePackageName,
  packageTypeOf,
  type OsvAffected,
} from '@portal/plugin-security-score-common';
import { InputError } from '@backstage/errors';
import { listOf, objectOf, textOf, textsOf } from '../parse/json/objectOf';

/** Versions of these are compared by the rules of their ecosystem. Of others, only versions that a record lists one by one count. */
const compared = new Set([
  'npm',
  'pypi',
  'maven',
  'golang',
  'cargo',
  'hex',
  'pub',
]);
/** Their versions mean something within one release of a distribution only, which an inventory does not name. */
const distributions = new Set(['apk', 'deb', 'rpm', 'alpm']);
const longestText = 8000;
/** Escapes of characters that PostgreSQL has no place for: zero bytes, and halves of others. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** What is kept of a record of OSV. */
export type OsvRecord = {
  id: string;
  /** In lower case: its id and its aliases. */
  names: string[];
  /** What a finding tells of it, in the form of the schema. */
  record: Record<string, unknown>;
  affected: Array<{ type: string; name: string; affected: OsvAffected }>;
};

/**
 * Reads a record of the OSV schema (https://ossf.github.io/osv-schema/). Undefined for one that was withdrawn.
 *
 * @throws InputError for what is none.
 */
export function readOsvRecord(text: string): OsvRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError('It is not valid JSON');
  }
  const document = objectOf(value);
  const id = textOf(document.id);
  if (!id || id.length > 200 || !Array.isArray(document.affected)) {
    throw new InputError(
      'It is no record of OSV: it has no id, or no affected',
    );
  }
  if (textOf(document.withdrawn)) {
    return undefined;
  }
  const aliases = textsOf(document.aliases).slice(0, 100);
  const all = listOf(document.affected).map(objectOf);
  const specific = objectOf(document.database_specific);
  const severity = [
    ...listOf(document.severity),
    ...all.flatMap(entry => listOf(entry.severity)),
  ];
  const read: OsvRecord = {
    id,
    names: [id, ...aliases].map(name => name.toLocaleLowerCase('en-US')),
    record: {
      id,
      aliases,
      summary: textOf(document.summary)?.slice(0, longestText),
      details: textOf(document.details)?.slice(0, longestText),
      severity: severity.slice(0, 10),
      references: listOf(document.references).slice(0, 20),
      database_specific: {
        severity: textOf(specific.severity),
        cwe_ids: textsOf(specific.cwe_ids),
      },
    },
    affected: all.flatMap(entry => readAffected(entry) ?? []),
  };
  if (unstorable.test(JSON.stringify(read))) {
    throw new InputError('It has characters that are no text');
  }
  return read;
}

function readAffected(
  entry: Record<string, unknown>,
): OsvRecord['affected'][number] | undefined {
  const { ecosystem, name } = objectOf(entry.package);
  const type = packageTypeOf(ecosystem);
  const packageName = textOf(name);
  if (!type || !packageName || distributions.has(type)) {
    return undefined;
  }
  const ranges = compared.has(type) ? readRanges(entry.ranges) : [];
  const versions = textsOf(entry.versions);
  return ranges.length === 0 && versions.length === 0
    ? undefined
    : {
        type,
        name: normalisePackageName(packageName, type),
        affected: { ranges, versions },
      };
}

function readRanges(value: unknown): NonNullable<OsvAffected['ranges']> {
  return listOf(value)
    .map(objectOf)
    .filter(({ type }) => type === 'SEMVER' || type === 'ECOSYSTEM')
    .map(({ type, events }) => ({
      type: String(type),
      events: listOf(events).map(event => {
        const { introduced, fixed, last_affected, limit } = objectOf(event);
        return {
          introduced: textOf(introduced),
          fixed: textOf(fixed),
          last_affected: textOf(last_affected),
          limit: textOf(limit),
        };
      }),
    }));
}
