import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import type { DashboardTile } from '@portal/plugin-dashboards-common';
import { useEffect } from 'react';

/**
 * Asks how the entities are called that the settings of tiles name. A tile asks for them once its code is there; asked here they
 * go in one request with the name of the board's owner, and the tile finds them.
 */
export function useNamesOfTiles(tiles: readonly DashboardTile[]): void {
  const names = useApiHolder().get(entityPresentationApiRef);
  useEffect(() => {
    for (const entityRef of refsIn(tiles)) {
      names?.forEntity(entityRef);
    }
  }, [names, tiles]);
}

/** The complete references among the settings, each once, written as tiles ask for them. */
function refsIn(tiles: readonly DashboardTile[]): string[] {
  const settings = tiles.flatMap(tile => Object.values(tile.settings ?? {}));
  return [...new Set(settings.flat().flatMap(toRef))];
}

function toRef(setting: unknown): string[] {
  // References have a kind here. Other settings, such as an address or a time, must not pass for one.
  if (
    typeof setting !== 'string' ||
    !/^[a-z]+:[a-z0-9-]+\/[\w.-]+$/i.test(setting)
  ) {
    return [];
  }
  return [
    stringifyEntityRef(parseEntityRef(setting)).toLocaleLowerCase('en-US'),
  ];
}
