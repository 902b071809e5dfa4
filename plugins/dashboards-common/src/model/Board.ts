import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type {
  DashboardEntity,
  DashboardPeriod,
  DashboardTile,
  DashboardType,
} from './DashboardEntity';

/** How often tiles ask again where the board does not say, in seconds. */
const usualRefreshSeconds = 60;

/**
 * A dashboard as pages show it.
 *
 * @public
 */
export type Board = {
  entityRef: string;
  title: string;
  description?: string;
  type: DashboardType;
  /** Reference of the group that keeps it. */
  owner: string;
  /** References of the groups whose members find it in the list, next to those of its owner; absent: everybody. */
  audience?: string[];
  /** References of its environments, in lower case. */
  environments: string[];
  period: DashboardPeriod;
  refreshSeconds: number;
  tiles: DashboardTile[];
  /** Where its source can be edited, and seen. Only http and https. */
  editUrl?: string;
  viewUrl?: string;
};

/**
 * Reads the entity of a dashboard.
 *
 * @public
 */
export function toBoard(entity: DashboardEntity): Board {
  const { metadata, spec } = entity;
  return {
    entityRef: stringifyEntityRef(entity),
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    type: spec.type,
    owner: refOf(spec.owner, 'group', metadata.namespace),
    audience: spec.audience?.map(name =>
      refOf(name, 'group', metadata.namespace),
    ),
    environments: (spec.environments ?? []).map(name =>
      refOf(name, 'resource', metadata.namespace),
    ),
    period: spec.period ?? '28d',
    refreshSeconds: spec.refreshSeconds ?? usualRefreshSeconds,
    tiles: spec.tiles,
    editUrl: webAddress(metadata.annotations?.[ANNOTATION_EDIT_URL]),
    viewUrl: webAddress(metadata.annotations?.[ANNOTATION_VIEW_URL]),
  };
}

/**
 * Whether a board is in the lists of a reader who owns what these references own: it is meant for everybody or for one of
 * them, or one of them keeps it.
 *
 * @public
 */
export function isMeantFor(
  board: Pick<Board, 'audience' | 'owner'>,
  ownershipEntityRefs: readonly string[],
): boolean {
  const { audience, owner } = board;
  return (
    !audience ||
    [owner, ...audience].some(ref => ownershipEntityRefs.includes(ref))
  );
}

function refOf(
  text: string,
  defaultKind: string,
  defaultNamespace = 'default',
): string {
  return stringifyEntityRef(
    parseEntityRef(text, { defaultKind, defaultNamespace }),
  );
}

function webAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}
