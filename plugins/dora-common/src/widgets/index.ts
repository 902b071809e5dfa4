export {
  deliveryMetricWidgets,
  deliveryWidgets,
  environmentMatrixWidget,
} from './deliveryWidgets';
