/**
 * Lets people find services by their delivery.
 *
 * @packageDocumentation
 */
export {
  DeliveryCollatorFactory,
  type DeliveryCollatorFactoryOptions,
} from './DeliveryCollatorFactory';
export {
  createDeliveryDocument,
  type DeliveryDocument,
} from './createDeliveryDocument';
export { searchModuleDora as default } from './module';
