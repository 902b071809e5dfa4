export { DeliveryFigures } from './DeliveryFigures';
