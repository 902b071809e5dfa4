import { useApi } from '@backstage/frontend-plugin-api';
import type { DashboardTile } from '@portal/plugin-dashboards-common';
import { fillDefaults } from '@portal/plugin-widgets-common';
import {
  WidgetFrame,
  widgetRegistryApiRef,
  type WidgetProps,
} from '@portal/plugin-widgets-react';
import { memo, useMemo } from 'react';

function Tile(
  props: Pick<WidgetProps, 'period' | 'environments'> & {
    tile: DashboardTile;
    isWaiting?: boolean;
  },
) {
  const { tile, period, environments, isWaiting } = props;
  const widget = useApi(widgetRegistryApiRef).get(tile.widget);
  const settings = useMemo(
    () => fillDefaults(widget?.definition.settings, tile.settings),
    // A tile that only moves asks nothing again.
    [widget, tile.settings],
  );
  return (
    <WidgetFrame
      widget={widget}
      name={tile.widget}
      title={tile.title}
      settings={settings}
      period={period}
      environments={environments}
      isWaiting={isWaiting}
    />
  );
}

/** A tile of a board. It is drawn again only when it is another one. */
export const BoardTile = memo(Tile);
