import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  dashboardKind,
  type DashboardName,
} from '@portal/plugin-dashboards-common';

/** Begins the reference of a board that a person keeps; its id follows. */
const personalPrefix = 'board:';
/** Takes the place of the namespace in the address of such a board. */
const personalPath = 'personal';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `board:<id>` of a board that a person keeps. */
export function personalRef(id: string): string {
  return `${personalPrefix}${id}`;
}

/** The id of a board that a person keeps; undefined for one of the catalog. */
export function personalId(boardRef: string): string | undefined {
  return boardRef.startsWith(personalPrefix)
    ? boardRef.slice(personalPrefix.length)
    : undefined;
}

/** The name of a board of the catalog; undefined for one that a person keeps. */
export function catalogName(boardRef: string): DashboardName | undefined {
  if (personalId(boardRef) !== undefined) {
    return undefined;
  }
  const { namespace, name } = parseEntityRef(boardRef);
  return { namespace, name };
}

/** The path of a board below the page of all. */
export function boardPath(boardRef: string): string {
  const { namespace, name } = catalogName(boardRef) ?? {
    namespace: personalPath,
    name: personalId(boardRef)!,
  };
  return `${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

/** The reference of the board that a path names. */
export function readBoardPath({ namespace, name }: DashboardName): string {
  // A namespace of the catalog may have that name too; a dashboard named like a UUID in it has no page.
  return namespace === personalPath && uuid.test(name)
    ? personalRef(name)
    : stringifyEntityRef({ kind: dashboardKind, namespace, name });
}
