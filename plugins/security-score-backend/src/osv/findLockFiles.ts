import { packageKey, versionKey } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** In which lock files a service has a package. */
export type LockFiles = {
  of(package_: { type: string; name: string; version: string }): string[];
};

/**
 * The lock files that scanners name for the packages of a service. An inventory doesn't say where a component is from, but a finding in a
 * lock file and the same one without would be two: those of the same package and version count, else the one of the type where there is
 * one only.
 */
export async function findLockFiles(
  client: Knex,
  serviceId: number,
): Promise<LockFiles> {
  const rows: Array<{
    type: string | null;
    name: string;
    version: string | null;
    path: string;
  }> = await client('findings')
    .distinct(
      'package_type as type',
      'package_name as name',
      'package_version as version',
      'path',
    )
    .where({ service_id: serviceId, kind: 'vulnerability' })
    .whereNotNull('path')
    .whereNotNull('package_name');
  const byPackage = new Map<string, Set<string>>();
  const byType = new Map<string, Set<string>>();
  for (const { type, name, version, path } of rows) {
    add(byPackage, keyOf(name, version ?? ''), path);
    if (type) {
      add(byType, type, path);
    }
  }
  return {
    of({ type, name, version }) {
      const own = byPackage.get(keyOf(name, version));
      const ofType = byType.get(type);
      return [...(own ?? (ofType?.size === 1 ? ofType : []))].sort();
    },
  };
}

function keyOf(name: string, version: string): string {
  return `${packageKey(name)}@${versionKey(version)}`;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}
