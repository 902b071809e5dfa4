export { DeliverySearchItem } from './DeliverySearchItem';
