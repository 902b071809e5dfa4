export {
  allEnvironments,
  deliveryMetricWidgets,
  deliveryWidgets,
  environmentMatrixWidget,
} from './deliveryWidgets';
