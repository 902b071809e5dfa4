import type { OsvAffected } from '@portal/plugin-security-score-common';
import type { LockFiles } from './findLockFiles';

/** A component that is affected, and the record that says so. */
export type OsvMatch = {
  type: string;
  name: string;
  version: string;
  direct: boolean | null;
  affected: OsvAffected;
  record: Record<string, unknown>;
};

/** What was matched, as a report in the form of OSV-Scanner, piece by piece: one package in one lock file a result. */
export async function* osvReport(
  matches: readonly OsvMatch[],
  lockFiles: LockFiles,
): AsyncGenerator<Buffer> {
  yield Buffer.from(
    '{"tool":"osv-database","experimental_config":{},"results":[',
  );
  let isFirst = true;
  for (const same of byPackage(matches)) {
    const paths = lockFiles.of(same[0]);
    for (const path of paths.length > 0 ? paths : [undefined]) {
      yield Buffer.from(
        `${isFirst ? '' : ','}${JSON.stringify(toResult(same, path))}`,
      );
      isFirst = false;
    }
  }
  yield Buffer.from(']}');
}

/** They come sorted by package and version. */
function* byPackage(matches: readonly OsvMatch[]): Generator<OsvMatch[]> {
  let same: OsvMatch[] = [];
  for (const match of matches) {
    const [first] = same;
    if (
      first &&
      (first.type !== match.type ||
        first.name !== match.name ||
        first.version !== match.version)
    ) {
      yield same;
      same = [];
    }
    same.push(match);
  }
  if (same.length > 0) {
    yield same;
  }
}

function toResult(same: OsvMatch[], path: string | undefined) {
  const [{ type, name, version }] = same;
  const records = new Map<unknown, Record<string, unknown>>();
  for (const { record, affected } of same) {
    const known = records.get(record.id) ?? { ...record, affected: [] };
    (known.affected as unknown[]).push({
      package: { name },
      ranges: affected.ranges,
    });
    records.set(record.id, known);
  }
  return {
    source:
      path === undefined
        ? { type: 'sbom', path: 'inventory' }
        : { type: 'lockfile', path },
    packages: [
      {
        package: { name, version, ecosystem: type },
        vulnerabilities: [...records.values()],
      },
    ],
  };
}
