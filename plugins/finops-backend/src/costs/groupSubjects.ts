import { unallocatedKey } from '@portal/plugin-finops-common';
import {
  always,
  type OrgTree,
  type RefSpan,
} from '@portal/plugin-org-history-node';
import type { Days } from './periodParts';
import { subjectsOf, type Subjects } from './subjects';

/** The key of what has an entity, and that entity no owner, system or domain. */
const nobody = 'none';

/** The entities whose sums are asked for, by what they are grouped by; undefined where whose something is does not matter. */
export function groupSubjects(
  tree: OrgTree,
  question: {
    groupBy: string | undefined;
    period: Days;
    /** Undefined: everything that there is. */
    members: readonly RefSpan[] | undefined;
    /** All that have cost. */
    entityRefs: readonly string[];
  },
): Subjects | undefined {
  const { groupBy, period, members, entityRefs } = question;
  const keysOf = keysBy(tree, groupBy);
  if (members === undefined && keysOf === undefined) {
    return undefined;
  }
  const subjects = subjectsOf(
    members ?? entityRefs.map(ref => ({ ref, ...always })),
    period,
    keysOf,
    nobody,
  );
  if (members === undefined) {
    subjects.stable.push({ ref: '', key: unallocatedKey });
  }
  return subjects;
}

function keysBy(
  tree: OrgTree,
  groupBy: string | undefined,
): ((ref: string) => RefSpan[]) | undefined {
  switch (groupBy) {
    case 'owner':
      return ref => tree.ownersOf(ref);
    case 'system':
      return ref => tree.systemsOf(ref);
    case 'domain':
      return ref => tree.domainsOf(ref);
    default:
      return undefined;
  }
}
