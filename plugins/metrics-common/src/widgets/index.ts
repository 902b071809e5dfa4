export {
  metricTableWidget,
  metricTileWidget,
  metricTrendWidget,
  metricWidgets,
} from './metricWidgets';
