import { unallocatedKey } from '@portal/plugin-finops-common';
import type { TreemapItem } from '@portal/plugin-metrics-react';

/** What a component costs and where it belongs. */
export type Leaf = {
  ref: string;
  name: string;
  owner?: string;
  system?: string;
  /** Exact decimal above 0. */
  total: string;
};

type Words = {
  nameOf: (ref: string) => string;
  text: (value: number) => string;
  hrefOf: (ref: string) => string;
  unallocatedHref: string;
};

const nobody = 'Nobody yet';
const noSystem = 'No system';

function grouped<T>(items: readonly T[], keyOf: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function dearestFirst(items: TreemapItem[]): TreemapItem[] {
  return items.sort((one, other) => other.value - one.value);
}

function sum(parts: readonly TreemapItem[]): number {
  return parts.reduce((total, { value }) => total + value, 0);
}

/** Puts components below their systems, and those below the teams that own them. Amounts become numbers, for drawing. */
export function buildTree(
  leaves: readonly Leaf[],
  words: Words,
): TreemapItem[] {
  const { nameOf, text, hrefOf, unallocatedHref } = words;
  const leafItem = ({ ref, name, total }: Leaf): TreemapItem => ({
    id: ref,
    name: ref === unallocatedKey ? nobody : name,
    value: Number(total),
    text: text(Number(total)),
    href: ref === unallocatedKey ? unallocatedHref : hrefOf(ref),
  });
  const teams = [...grouped(leaves, leaf => leaf.owner ?? '')].flatMap(
    ([owner, owned]): TreemapItem[] => {
      if (!owner) {
        return owned.map(leafItem);
      }
      const systems = [...grouped(owned, leaf => leaf.system ?? '')].map(
        ([system, members]): TreemapItem => {
          const parts = dearestFirst(members.map(leafItem));
          return {
            id: `${owner} ${system}`,
            name: system ? nameOf(system) : noSystem,
            value: sum(parts),
            text: text(sum(parts)),
            href: system ? hrefOf(system) : undefined,
            parts,
          };
        },
      );
      const parts = dearestFirst(systems);
      return [
        {
          id: owner,
          name: nameOf(owner),
          value: sum(parts),
          text: text(sum(parts)),
          href: hrefOf(owner),
          parts,
        },
      ];
    },
  );
  return dearestFirst(teams);
}
