import { parseEntityRef } from '@backstage/catalog-model';
import { unallocatedKey, type CostBucket } from '@portal/plugin-finops-common';
import type { Grouping } from '../selection';
import { bucketWords } from './names';

const entityGroupings: readonly Grouping[] = [
  'domain',
  'owner',
  'system',
  'entity',
];

/** Whether keys of a grouping are references of entities. */
export function isEntityKey(groupBy: Grouping, key: string): boolean {
  return entityGroupings.includes(groupBy) && key.includes(':');
}

/** What a group of costs is called. */
export function titleOfKey(groupBy: Grouping, key: string): string {
  if (key === unallocatedKey && entityGroupings.includes(groupBy)) {
    return 'Nobody yet';
  }
  if (groupBy === 'bucket') {
    return bucketWords[key as CostBucket]?.name ?? 'Has an owner';
  }
  if (!key) {
    return groupBy === 'environment' ? 'No environment' : 'Not named';
  }
  return isEntityKey(groupBy, key) ? parseEntityRef(key).name : key;
}
