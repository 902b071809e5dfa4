import {
  type DashboardEntity,
  type DashboardSpec,
  dashboardApiVersion,
  dashboardKind,
} from '../model/DashboardEntity';

/**
 * Who sees a board that a person keeps in the portal: its owner alone, the members of a group, or everyone who may read boards.
 *
 * @public
 */
export type BoardSharing =
  | { with: 'nobody' }
  | { with: 'group'; groupRef: string }
  | { with: 'everyone' };

/**
 * What its owner writes.
 *
 * @public
 */
export type PersonalBoardContent = {
  title: string;
  description?: string;
  /** As in a dashboard's YAML. Its `owner` is the group that is to keep it when it is proposed for Git. */
  spec: DashboardSpec;
  /** Reference of the dashboard that it is a copy of. */
  copiedFrom?: string;
};

/**
 * A board that a person keeps in the portal.
 *
 * @public
 */
export type PersonalBoard = PersonalBoardContent & {
  /** A UUID. */
  id: string;
  /** Reference of the person. */
  ownerRef: string;
  /** Whether the caller is that person, who alone may change it. */
  mine: boolean;
  sharing: BoardSharing;
  /** Counts its changes from 1. A change names the revision that it is based on. */
  revision: number;
  /** ISO 8601 instants. */
  createdAt: string;
  updatedAt: string;
};

/**
 * A board without its tiles, for lists.
 *
 * @public
 */
export type PersonalBoardSummary = Omit<PersonalBoard, 'spec'>;

/**
 * A personal board as the dashboard that it would be in Git, for `toBoard` and for YAML.
 *
 * @public
 */
export function toDashboardEntity(
  board: Pick<PersonalBoard, 'title' | 'description' | 'spec'>,
  name: string,
): DashboardEntity {
  const { title, description, spec } = board;
  return {
    apiVersion: dashboardApiVersion,
    kind: dashboardKind,
    metadata: { name, title, ...(description && { description }) },
    spec: spec as DashboardEntity['spec'],
  };
}
