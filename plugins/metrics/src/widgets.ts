import {
  metricTableWidget,
  metricTileWidget,
  metricTrendWidget,
} from '@portal/plugin-metrics-common';
import { WidgetBlueprint } from '@portal/plugin-widgets-react';

const tile = WidgetBlueprint.make({
  name: 'metric-tile',
  params: {
    definition: metricTileWidget,
    isUsual: true,
    loader: () => import('./components/TileWidget').then(m => m.TileWidget),
  },
});

const trend = WidgetBlueprint.make({
  name: 'metric-trend',
  params: {
    definition: metricTrendWidget,
    isUsual: true,
    loader: () => import('./components/TrendWidget').then(m => m.TrendWidget),
  },
});

const table = WidgetBlueprint.make({
  name: 'metric-table',
  params: {
    definition: metricTableWidget,
    isUsual: true,
    loader: () => import('./components/TableWidget').then(m => m.TableWidget),
  },
});

/** What boards can show of the metric store. */
export const widgets = [tile, trend, table];
