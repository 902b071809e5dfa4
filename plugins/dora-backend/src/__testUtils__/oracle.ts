import type {
  CommitRecord,
  DeliveryRecord,
  MainlineRecord,
  ReleaseRecord,
} from '@portal/plugin-dora-common';

type Known = {
  sha: string;
  tag?: string;
  at: number;
  order: [number, string, number, string];
  mainline: boolean;
};

/** What the slow way of calculating says about a history in a period. */
export type OracleFigures = {
  deployments: number;
  leadTimes: number[];
  failed: number;
  recoveries: number[];
  reworks: number;
  list: { sha: string; changes: number; failed: boolean; rework: boolean }[];
};

/**
 * Delivery figures calculated again from the words of the rules, with sets and searches instead of the arrays and
 * queries of the real thing, and shared with it nowhere.
 */
export function oracle(
  records: DeliveryRecord[],
  from: number,
  to: number,
): OracleFigures {
  const commits = new Map<string, CommitRecord>();
  for (const record of records) {
    if (record.type === 'commit') {
      commits.set(record.sha, record);
    }
  }
  const deployed = orderDeployments(records, commits);
  const reached: Set<string>[] = [];
  const before = new Set<string>();
  for (const deployment of deployed) {
    const brought = new Set<string>();
    collect(deployment.sha, commits, before, brought);
    brought.forEach(sha => before.add(sha));
    reached.push(brought);
  }
  const repairs = deployed.map((_, place) =>
    place === 0 ? -1 : findRepair(place, reached, commits),
  );
  const inside = deployed.map(({ at }) => at >= from && at < to);
  const list = deployed.map(({ sha }, place) => ({
    sha,
    changes: place === 0 ? 0 : reached[place].size,
    failed: repairs[place] >= 0,
    rework: repairs.includes(place),
  }));
  return {
    deployments: inside.filter(Boolean).length,
    failed: list.filter((item, place) => inside[place] && item.failed).length,
    reworks: list.filter((item, place) => inside[place] && item.rework).length,
    recoveries: deployed.flatMap(({ at }, place) =>
      inside[place] && repairs[place] >= 0
        ? [deployed[repairs[place]].at - at]
        : [],
    ),
    leadTimes: deployed.flatMap((deployment, place) =>
      inside[place] && place > 0
        ? leadTimesOf(deployment, reached[place], commits)
        : [],
    ),
    list: list.filter((_, place) => inside[place]).reverse(),
  };
}

function orderDeployments(
  records: DeliveryRecord[],
  commits: Map<string, CommitRecord>,
): Known[] {
  const known = records
    .filter(
      (record): record is ReleaseRecord | MainlineRecord =>
        (record.type === 'release' || record.type === 'mainline') &&
        commits.has(record.sha),
    )
    .map(toKnown)
    .sort(compare);
  return known.filter(
    (one, index) => known.findIndex(other => other.sha === one.sha) === index,
  );
}

function toKnown(record: ReleaseRecord | MainlineRecord): Known {
  const { sha } = record;
  if (record.type === 'release') {
    const at = Date.parse(record.releasedAt);
    const { tag } = record;
    return { sha, tag, at, mainline: false, order: [0, tag, 0, sha] };
  }
  const at = Date.parse(record.deployedAt);
  const order: Known['order'] = [1, '', record.position, sha];
  return { sha, at, mainline: true, order };
}

function compare(a: Known, b: Known): number {
  if (a.at !== b.at) {
    return a.at - b.at;
  }
  const place = a.order.findIndex((part, index) => part !== b.order[index]);
  return place === -1 || a.order[place] < b.order[place] ? -1 : 1;
}

function collect(
  sha: string,
  commits: Map<string, CommitRecord>,
  before: Set<string>,
  brought: Set<string>,
): void {
  const commit = commits.get(sha);
  if (!commit || before.has(sha) || brought.has(sha)) {
    return;
  }
  brought.add(sha);
  commit.parents.forEach(parent => collect(parent, commits, before, brought));
}

function findRepair(
  place: number,
  reached: Set<string>[],
  commits: Map<string, CommitRecord>,
): number {
  return reached.findIndex(
    (brought, later) =>
      later > place &&
      [...brought].some(sha => {
        const reverts = commits.get(sha)?.reverts;
        const matching = reverts
          ? [...commits.keys()].filter(other => other.startsWith(reverts))
          : [];
        return matching.length === 1 && reached[place].has(matching[0]);
      }),
  );
}

function leadTimesOf(
  deployment: Known,
  brought: Set<string>,
  commits: Map<string, CommitRecord>,
): number[] {
  return [...brought].flatMap(sha => {
    const commit = commits.get(sha);
    const own = deployment.mainline && sha === deployment.sha;
    if (!commit || commit.parents.length > 1 || own) {
      return [];
    }
    const leadTime = deployment.at - Date.parse(commit.committedAt);
    return leadTime < 0 ? [] : [leadTime];
  });
}
