export type { DeliveryFields } from './DeliveryFields';
