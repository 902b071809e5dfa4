export { DeliveryDialog } from './DeliveryDialog';
